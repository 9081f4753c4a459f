import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TableQuery, TableUnderReview } from './review.schemas.js';
import { TableViews } from './table-view.service.js';

/** The delivered table with what was said in its cells, for whoever may see the data set. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets')
export class TableViewController {
  constructor(private readonly tables: TableViews) {}

  @Get(':id/table')
  @ApiOkResponse({ standardSchema: TableUnderReview })
  page(@Param('id') id: string, @Query({ schema: TableQuery }) { page }: TableQuery): Promise<TableUnderReview> {
    return this.tables.page(id, page);
  }
}
