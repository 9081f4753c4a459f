import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { OfficialsOnly } from './officials-only.js';
import { KeptOverviews } from './overview/kept-overviews.js';
import { OverviewQuery, OverviewSchema, ProcedureListSchema } from './overview/overview.schemas.js';
import { ProcedureList } from './overview/procedure-list.service.js';
import { CaseSearch } from './search/case-search.service.js';
import { CaseSearchQuery, FoundCasePage } from './search/search.schemas.js';

/** All cases of a procedure at once. */
@ApiTags('operate')
@UseGuards(OfficialsOnly)
@Controller('api/operate')
export class OperateController {
  constructor(
    private readonly procedures: ProcedureList,
    private readonly overview: KeptOverviews,
    private readonly search: CaseSearch,
  ) {}

  @Get('procedures')
  @ApiOkResponse({ standardSchema: ProcedureListSchema })
  all(): Promise<z.infer<typeof ProcedureListSchema>> {
    return this.procedures.all();
  }

  @Get('overview')
  @ApiOkResponse({ standardSchema: OverviewSchema })
  of(@Query({ schema: OverviewQuery }) query: z.infer<typeof OverviewQuery>): Promise<z.infer<typeof OverviewSchema>> {
    return this.overview.of(query);
  }

  @Get('cases')
  @ApiOkResponse({ standardSchema: FoundCasePage })
  cases(@Query({ schema: CaseSearchQuery }) query: z.infer<typeof CaseSearchQuery>): Promise<z.infer<typeof FoundCasePage>> {
    return this.search.page(query);
  }
}
