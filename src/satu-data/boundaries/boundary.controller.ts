import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { BoundaryRow, NewBoundary } from './boundary.schemas.js';
import { BoundaryService } from './boundary.service.js';

/** Outlines of regions, for maps. */
@ApiTags('satu-data')
@Permission('satu-data.keep-boundaries')
@Controller('api/satu-data/boundaries')
export class BoundaryController {
  constructor(private readonly boundaries: BoundaryService) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(BoundaryRow) })
  async list(): Promise<BoundaryRow[]> {
    return this.boundaries.list();
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: BoundaryRow })
  async add(@Body({ schema: NewBoundary }) body: NewBoundary): Promise<BoundaryRow> {
    return this.boundaries.add(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    return this.boundaries.remove(id);
  }
}
