import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { SubstituteBody, SubstituteView } from './substitutes.schemas.js';
import { Substitutes } from './substitutes.service.js';

/** Who stands in for whom, and from when until when. */
@ApiTags('substitutes')
@Roles('admin')
@Controller('api/substitutes')
export class SubstitutesController {
  constructor(private readonly substitutes: Substitutes) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(SubstituteView) })
  list() {
    return this.substitutes.all();
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: SubstituteView })
  add(@Body({ schema: SubstituteBody }) body: z.infer<typeof SubstituteBody>) {
    return this.substitutes.add(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id') id: string): Promise<void> {
    await this.substitutes.end(id);
  }
}
