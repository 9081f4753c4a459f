import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Board } from './board.schemas.js';
import { BoardService } from './board.service.js';

@ApiTags('satu-data')
@Controller('api/satu-data/board')
export class BoardController {
  constructor(private readonly boards: BoardService) {}

  @Get(':caseId')
  @ApiOkResponse({ standardSchema: Board })
  async board(@Param('caseId') caseId: string): Promise<Board> {
    return this.boards.of(caseId);
  }
}
