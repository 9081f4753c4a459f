import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { DelegationBody, DelegationChoices, DelegationView, OwnDelegations } from './delegations.schemas.js';
import { Delegations } from './delegations.service.js';

/** Of whoever asks: his own tasks, given to a colleague for some days. */
@ApiTags('delegations')
@Controller('api/delegations')
export class DelegationsController {
  constructor(private readonly delegations: Delegations) {}

  @Get()
  @ApiOkResponse({ standardSchema: OwnDelegations })
  own() {
    return this.delegations.own();
  }

  @Get('choices')
  @ApiOkResponse({ standardSchema: DelegationChoices })
  choices() {
    return this.delegations.choices();
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: DelegationView })
  add(@Body({ schema: DelegationBody }) body: z.infer<typeof DelegationBody>) {
    return this.delegations.add(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id') id: string): Promise<void> {
    await this.delegations.end(id);
  }
}
