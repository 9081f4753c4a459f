import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BoardSummaryService } from './board-summary.service.js';
import { Board, BoardQuery, BoardSummary, OpenRequests, ProducerDatasets } from './board.schemas.js';
import { BoardService } from './board.service.js';

@ApiTags('satu-data')
@Controller('api/satu-data/board/:caseId')
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly summaries: BoardSummaryService,
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
}
