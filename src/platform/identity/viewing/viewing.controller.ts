import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Asker, Roles } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import { readSessionCookie } from '../session-cookie.js';
import { Viewing } from './viewing.service.js';

const ViewBody = z.strictObject({ userId: z.string().max(64) });

/** Seeing as somebody else, for at most 15 minutes, without changing anything. */
@ApiTags('session')
@Controller('api/session/view')
export class ViewingController {
  constructor(
    private readonly viewing: Viewing,
    private readonly asker: Asker,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Roles('admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  async begin(@Body({ schema: ViewBody }) { userId }: z.infer<typeof ViewBody>, @Req() request: Request): Promise<void> {
    await this.viewing.begin(readSessionCookie(request, this.config) ?? '', this.asker.required(), userId);
  }

  /** For everybody: whoever looks has the person's roles just then. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Req() request: Request): Promise<void> {
    await this.viewing.end(readSessionCookie(request, this.config) ?? '');
  }
}
