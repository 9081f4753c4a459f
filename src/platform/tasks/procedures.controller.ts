import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Starting } from './start.service.js';
import { ChoicePage, ChoicesQuery } from '../forms/index.js';
import { Procedures, StartBody, Started, StartForm } from './task.schemas.js';

/** Procedures that can be started. */
@ApiTags('procedures')
@Controller('api/procedures')
export class ProceduresController {
  constructor(private readonly starting: Starting) {}

  @Get()
  @ApiOkResponse({ standardSchema: Procedures })
  all(): Promise<z.infer<typeof Procedures>> {
    return this.starting.procedures();
  }

  @Get(':key/start-form')
  @ApiOkResponse({ standardSchema: StartForm })
  async form(@Param('key') key: string): Promise<z.infer<typeof StartForm>> {
    return (await this.starting.form(key)) as z.infer<typeof StartForm>;
  }

  /** A page of what may be chosen in a field of the start form. */
  @Get(':key/choices/:field')
  @ApiOkResponse({ standardSchema: ChoicePage })
  choices(@Param('key') key: string, @Param('field') field: string, @Query({ schema: ChoicesQuery }) query: z.infer<typeof ChoicesQuery>): Promise<z.infer<typeof ChoicePage>> {
    return this.starting.choices(key, field, query);
  }

  @Post(':key/start')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Started })
  start(@Param('key') key: string, @Body({ schema: StartBody }) { data, requestId }: z.infer<typeof StartBody>): Promise<z.infer<typeof Started>> {
    return this.starting.start(key, data, requestId);
  }
}
