import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Permission } from 'tertib';
import { z } from 'zod';
import { Comparison, Duplicates, HistoryEntry, ImportPlan, ListView, MarkStep, MarkView, NewMark, RowDetail, RowEdit, RowPage, RowsQuery, RowView, RulesAtOnce, RulesToTry, RuleTrial, SheetImport, WholeList } from './data-list.schemas.js';
import { ListComparison } from './list-comparison.service.js';
import { ListDuplicates } from './list-duplicates.service.js';
import { ListEdit } from './list-edit.service.js';
import { ListMarks } from './list-marks.service.js';
import { ListSheets } from './list-sheets.service.js';
import { ListViews } from './list-view.service.js';
import { PublicAddress } from '../portal/public-address.js';
import { RowHistories } from './row-history.service.js';
import { RuleTrials } from './rule-trial.service.js';
import { trialView } from '../trials/trial-view.js';
import { trialOf, type Trial } from '../trials/trials.schemas.js';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';

const RuleTrialRun = trialOf(RuleTrial);

/** The data list of a period, row by row. */
@ApiTags('satu-data')
@Controller('api/satu-data/data-list/:caseId')
@Permission('satu-data.see-list')
export class DataListController {
  constructor(
    private readonly views: ListViews,
    private readonly edits: ListEdit,
    private readonly comparisons: ListComparison,
    private readonly histories: RowHistories,
    private readonly likes: ListDuplicates,
    private readonly marks: ListMarks,
    private readonly sheets: ListSheets,
    private readonly trials: RuleTrials,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: ListView })
  async list(@Param('caseId') caseId: string): Promise<ListView> {
    return this.views.list(caseId);
  }

  @Put()
  @HttpCode(200)
  @Permission('satu-data.keep-list')
  @ApiOkResponse({ standardSchema: ListView })
  async replace(@Param('caseId') caseId: string, @Body({ schema: WholeList }) { rows }: z.output<typeof WholeList>): Promise<ListView> {
    await this.views.list(caseId);
    await this.edits.replace(caseId, rows);
    return this.views.list(caseId);
  }

  @Get('rows')
  @ApiOkResponse({ standardSchema: RowPage })
  async rows(@Param('caseId') caseId: string, @Query({ schema: RowsQuery }) { after, limit, removed }: z.output<typeof RowsQuery>): Promise<RowPage> {
    return removed === 'true' ? this.views.removed(caseId, after, limit) : this.views.page(caseId, after, limit);
  }

  @Patch('rows')
  @ApiOkResponse({ standardSchema: z.array(RowView) })
  async change(@Param('caseId') caseId: string, @Body({ schema: RowEdit }) body: RowEdit): Promise<RowView[]> {
    return this.views.byId(caseId, await this.edits.apply(caseId, body));
  }

  @Get('rows/:rowId')
  @ApiOkResponse({ standardSchema: RowDetail })
  async row(@Param('caseId') caseId: string, @Param('rowId') rowId: string): Promise<RowDetail> {
    return this.views.one(caseId, rowId);
  }

  @Post('rows/:rowId/try-rules')
  @HttpCode(200)
  @Permission('satu-data.try-rules')
  @ApiOkResponse({ standardSchema: RuleTrialRun })
  async tryRules(@Param('caseId') caseId: string, @Param('rowId') rowId: string, @Body({ schema: RulesToTry }) { table }: z.output<typeof RulesToTry>): Promise<Trial<RuleTrial>> {
    return trialView(await this.trials.begin(caseId, rowId, table));
  }

  @Post('rows/:rowId/try-rules/at-once')
  @HttpCode(200)
  @Permission('satu-data.try-rules')
  @ApiOkResponse({ standardSchema: RulesAtOnce })
  async tryRulesAtOnce(@Param('caseId') caseId: string, @Param('rowId') rowId: string, @Body({ schema: RulesToTry }) { table }: z.output<typeof RulesToTry>): Promise<RulesAtOnce> {
    return this.trials.atOnce(caseId, rowId, table);
  }

  @Get('rows/:rowId/history')
  @ApiOkResponse({ standardSchema: z.array(HistoryEntry) })
  async history(@Param('caseId') caseId: string, @Param('rowId') rowId: string): Promise<HistoryEntry[]> {
    return this.histories.of(caseId, rowId);
  }

  @Get('comparison')
  @ApiOkResponse({ standardSchema: Comparison })
  async comparison(@Param('caseId') caseId: string): Promise<Comparison> {
    return this.comparisons.withLast(caseId);
  }

  @Get('duplicates')
  @ApiOkResponse({ standardSchema: Duplicates })
  async duplicates(@Param('caseId') caseId: string): Promise<Duplicates> {
    return this.likes.of(caseId);
  }

  @Post('marks')
  @Permission('satu-data.mark-list')
  @ApiCreatedResponse({ standardSchema: MarkView })
  async mark(@Param('caseId') caseId: string, @Body({ schema: NewMark }) body: NewMark): Promise<MarkView> {
    return this.marks.add(caseId, body);
  }

  @Patch('marks/:markId')
  @ApiOkResponse({ standardSchema: MarkView })
  async step(@Param('caseId') caseId: string, @Param('markId') markId: string, @Body({ schema: MarkStep }) body: MarkStep): Promise<MarkView> {
    return this.marks.step(caseId, markId, body);
  }

  @Get('export.xlsx')
  @AnswersWorkbook()
  async export(@Param('caseId') caseId: string, @Req() request: Request): Promise<StreamableFile> {
    return workbook(await this.sheets.write(caseId, this.address.of(request)), 'daftar-data');
  }

  @Post('import')
  @HttpCode(200)
  @Permission('satu-data.keep-list')
  @ApiOkResponse({ standardSchema: ImportPlan })
  async import(@Param('caseId') caseId: string, @Body({ schema: SheetImport }) body: SheetImport, @Req() request: Request): Promise<ImportPlan> {
    return this.sheets.import(caseId, body, this.address.of(request));
  }
}
