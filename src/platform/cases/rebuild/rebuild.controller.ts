import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { Machines } from '../../identity/index.js';
import { Rebuild, type RebuildProgress } from './rebuild.service.js';

const ProgressSchema = z.object({
  state: z.enum(['never', 'running', 'done', 'cancelled', 'failed']), cases: z.number(), done: z.number(), forgotten: z.number(),
  startedAt: z.iso.datetime().nullable(), error: z.string().nullable(),
});

/** What `tertib rebuild` asks for. Each node knows of its own rebuild only. */
@ApiTags('operations')
@Roles('admin')
@Machines('operations')
@Controller('api/operations/rebuild')
export class RebuildController {
  constructor(private readonly rebuild: Rebuild) {}

  @Get()
  @ApiOkResponse({ standardSchema: ProgressSchema })
  progress(): RebuildProgress {
    return this.rebuild.progress;
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ProgressSchema })
  start(): Promise<RebuildProgress> {
    return this.rebuild.start();
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  cancel(): void {
    this.rebuild.cancel();
  }
}
