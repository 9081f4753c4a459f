import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { PlanBody, PlannedAnswer } from './planned.schemas.js';
import { PlannedPublishing } from './planned-publishing.service.js';

type Answer = z.output<typeof PlannedAnswer>;

@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/planned')
export class PlannedController {
  constructor(private readonly planned: PlannedPublishing) {}

  @Get()
  @ApiOkResponse({ standardSchema: PlannedAnswer })
  async get(): Promise<Answer> {
    return { planned: await this.planned.current() };
  }

  /** The drafts as they are now, published at that time. */
  @Put()
  @ApiOkResponse({ standardSchema: PlannedAnswer })
  async put(@Body({ schema: PlanBody }) { note, at }: z.output<typeof PlanBody>): Promise<Answer> {
    await this.planned.plan(note, at);
    return { planned: await this.planned.current() };
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(): Promise<void> {
    return this.planned.withdraw();
  }
}
