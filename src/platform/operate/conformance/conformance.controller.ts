import { Controller, Get, Header, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { requestContext } from '../../kernel/index.js';
import { OfficialsOnly } from '../officials-only.js';
import { ConformanceCasesQuery, ConformanceQuery, ConformanceSchema, ConformingCases } from './conformance.schemas.js';
import { Conformance } from './conformance.service.js';
import { asCsv } from './csv.js';

/** What cases did, beside the order of the procedure as it was made. */
@ApiTags('operate')
@UseGuards(OfficialsOnly)
@Controller('api/operate')
export class ConformanceController {
  constructor(private readonly conformance: Conformance) {}

  @Get('conformance')
  @ApiOkResponse({ standardSchema: ConformanceSchema })
  of(@Query({ schema: ConformanceQuery }) query: z.infer<typeof ConformanceQuery>): Promise<z.infer<typeof ConformanceSchema>> {
    return this.conformance.of(query);
  }

  @Get('conformance/cases')
  @ApiOkResponse({ standardSchema: ConformingCases })
  cases(@Query({ schema: ConformanceCasesQuery }) query: z.infer<typeof ConformanceCasesQuery>): Promise<z.infer<typeof ConformingCases>> {
    return this.conformance.cases(query);
  }

  /** The table, for a spreadsheet; its headings in the language of whoever asks. */
  @Get('conformance.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kesesuaian.csv"')
  async csv(@Query({ schema: ConformanceQuery }) query: z.infer<typeof ConformanceQuery>): Promise<string> {
    return asCsv(await this.conformance.of(query), requestContext.language());
  }
}
