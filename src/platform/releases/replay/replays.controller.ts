import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { ReplayBody, ReplaySchema, type ReplayPart } from './replays.schemas.js';
import { Replays } from './replays.service.js';

/** How finished cases would fare under the drafts, for those who may publish them. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/replay')
export class ReplaysController {
  constructor(private readonly replays: Replays) {}

  /** One part after the other: `next` of the answer is sent with the next request. Nothing is stored, and leaving off stops it. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ReplaySchema })
  part(@Body({ schema: ReplayBody }) { next }: z.infer<typeof ReplayBody>): Promise<ReplayPart> {
    return this.replays.part(next);
  }
}
