import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { DraftBody, KindParam, KINDS } from '../releases.schemas.js';
import { ComparisonQuery, ComparisonSchema } from './comparisons.schemas.js';
import { Comparisons, type Comparison } from './comparisons.service.js';

/** What changes from one version to another, before anybody decides. */
@ApiTags('releases')
@Roles('admin')
@Controller('api')
export class ComparisonsController {
  constructor(private readonly comparisons: Comparisons) {}

  /** A release by its id, its version, `live` or `newest`; `to` another one, or `drafts`. */
  @Get('releases/:which/comparison')
  @ApiOkResponse({ standardSchema: ComparisonSchema })
  between(@Param('which') which: string, @Query({ schema: ComparisonQuery }) { to }: z.infer<typeof ComparisonQuery>): Promise<Comparison> {
    return this.comparisons.between(which, to);
  }

  /** What is saved, with what the sender has not saved. Nothing is stored. */
  @Post('drafts/:kind/:key/comparison')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ComparisonSchema })
  withSaved(@Param('kind', { schema: KindParam }) kind: z.infer<typeof KindParam>, @Param('key') key: string, @Body({ schema: DraftBody }) { content }: z.infer<typeof DraftBody>): Promise<Comparison> {
    return this.comparisons.withSaved(KINDS[kind], key, content);
  }
}
