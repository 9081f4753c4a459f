import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { BoardReportService } from './board-report.service.js';
import { BoardSummaryService } from './board-summary.service.js';
import { BoardQuery } from './board-query.js';
import { Board, BoardSummary, MadeReport, OpenRequests, ProducerDatasets } from './board.schemas.js';
import { BoardService } from './board.service.js';
import { RegisterService } from './register.service.js';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';

@ApiTags('satu-data')
@Controller('api/satu-data/board/:caseId')
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly summaries: BoardSummaryService,
    private readonly reports: BoardReportService,
    private readonly registers: RegisterService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: Board })
  board(@Param('caseId') caseId: string, @Query({ schema: BoardQuery }) query: BoardQuery): Promise<Board> {
    return this.boards.of(caseId, query);
  }

  @Get('summary')
  @ApiOkResponse({ standardSchema: BoardSummary })
  summary(@Param('caseId') caseId: string): Promise<BoardSummary> {
    return this.summaries.of(caseId);
  }

  /** Whose deadline can still be put off. */
  @Get('open-requests')
  @ApiOkResponse({ standardSchema: OpenRequests })
  openRequests(@Param('caseId') caseId: string): Promise<OpenRequests> {
    return this.boards.openRequests(caseId);
  }

  @Get('producers/:officeId')
  @ApiOkResponse({ standardSchema: ProducerDatasets })
  datasets(@Param('caseId') caseId: string, @Param('officeId') officeId: string): Promise<ProducerDatasets> {
    return this.boards.datasets(caseId, officeId);
  }

  /** Draws the report for the head of the office; it is a letter of the case. */
  @Post('report')
  @HttpCode(200)
  @Permission('satu-data.see-board')
  @ApiOkResponse({ standardSchema: MadeReport })
  async report(@Param('caseId') caseId: string): Promise<MadeReport> {
    return { letterId: await this.reports.make(caseId) };
  }

  /** The buku register of the period, for the screen, the printer and the file. */
  @Get('register.xlsx')
  @AnswersWorkbook()
  async register(@Param('caseId') caseId: string): Promise<StreamableFile> {
    return workbook(await this.registers.of(caseId), 'buku-register');
  }
}
