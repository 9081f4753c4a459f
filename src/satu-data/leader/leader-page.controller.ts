import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from 'tertib';
import { z } from 'zod';
import { PortalRenderer } from '../portal/portal-renderer.js';
import { leaderScript } from './page/leader.script.js';
import { leaderTexts } from './page/leader-texts.js';
import { leaderCss } from './page/leader.view.js';

const PageQuery = z.object({ lang: z.enum(['id', 'en']).optional().catch(undefined) });

/** The page that a leader's link opens; the same for everybody, since what it is about stays behind the `#`. */
@Public()
@ApiExcludeController()
@Controller('validasi')
export class LeaderPageController {
  constructor(private readonly renderer: PortalRenderer) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header('X-Robots-Tag', 'noindex')
  page(@Query({ schema: PageQuery }) { lang }: z.infer<typeof PageQuery>, @Req() request: Request): Promise<string> {
    const language = lang ?? (request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id');
    const texts = leaderTexts(language);
    return this.renderer.page('leader', { language, title: texts.heading }, { l: texts, words: JSON.stringify(texts) });
  }

  @Get('halaman.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return leaderScript;
  }

  @Get('halaman.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  css(): string {
    return leaderCss;
  }
}
