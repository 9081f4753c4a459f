import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { CaseAccess } from '../../cases/index.js';
import { ConsequencesSchema, MoveBody, MovedSchema, MoveQuery, PlacesSchema } from './move.schemas.js';
import { Moves } from './moves.service.js';

/** A case that stands at the wrong step is put at the right one. */
@ApiTags('operate')
@Roles('admin')
@Controller('api/cases/:id')
export class MovesController {
  constructor(
    private readonly access: CaseAccess,
    private readonly moves: Moves,
  ) {}

  @Get('moves')
  @ApiOkResponse({ standardSchema: PlacesSchema })
  async places(@Param('id') id: string): Promise<z.infer<typeof PlacesSchema>> {
    return this.moves.places((await this.access.visible(id)).row.id);
  }

  /** What would come of it. Changes nothing. */
  @Get('move-preview')
  @ApiOkResponse({ standardSchema: ConsequencesSchema })
  async preview(@Param('id') id: string, @Query({ schema: MoveQuery }) query: z.infer<typeof MoveQuery>): Promise<z.infer<typeof ConsequencesSchema>> {
    return this.moves.preview((await this.access.visible(id)).row.id, query);
  }

  @Post('moves')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: MovedSchema })
  async move(@Param('id') id: string, @Body({ schema: MoveBody }) body: z.infer<typeof MoveBody>): Promise<z.infer<typeof MovedSchema>> {
    return this.moves.move((await this.access.visible(id)).row.id, body);
  }
}
