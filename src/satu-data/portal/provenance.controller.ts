import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public, Settings } from 'tertib';
import { z } from 'zod';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { PublicationRepository } from '../publication/publication.repository.js';
import { PublishedProvenances } from '../publication/published-provenances.service.js';
import { CellWords } from './cell-words.js';
import { figurePlace, hasTotals, sumPlace, type FigurePlace, type SumPlace } from './figure-place.js';
import { languageOf } from './page-language.js';
import { PortalRenderer } from './portal-renderer.js';
import { provenancePage } from './provenance-page.js';
import { portalTexts, type PortalTexts } from './texts.js';

const PageQuery = z.object({ lang: z.enum(['id', 'en']).optional().catch(undefined) });

/** A page for each number of the portal: where it comes from. */
@Public()
@ApiExcludeController()
@Controller()
export class ProvenanceController {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly provenances: PublishedProvenances,
    private readonly renderer: PortalRenderer,
    private readonly settings: Settings,
  ) {}

  @Get('dataset/:slug/asal-usul/:figure')
  async figure(@Param('slug') slug: string, @Param('figure') figure: string, @Query({ schema: PageQuery }) { lang }: z.infer<typeof PageQuery>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(lang, request);
    const t = portalTexts(language);
    const one = await this.publications.byIdOrSlug(slug);
    const send = async (status: number, view: Parameters<PortalRenderer['page']>[0], title: string, data: Readonly<Record<string, unknown>>): Promise<void> =>
      void response.status(status).type('html').send(await this.renderer.page(view, { language, title }, data));
    if (!one) return send(404, 'missing', t.missing, {});
    const at = shownPlace(one, figure);
    const why = at ? untold(new CellWords(one, language), at, t) : { heading: t.noFigure, why: t.noFigureWhy };
    if (!at || why) return send(404, 'untold', t.provenance, { slug: one.slug, datasetTitle: one.title, ...why });
    const page = provenancePage(one, await this.provenances.of(one), at, t, language, await this.settings.get('timezone', 'Asia/Jakarta'));
    return send(200, 'provenance', `${t.provenance}: ${page.heading}`, page);
  }
}

function shownPlace(one: PublicationEntity, name: string): FigurePlace | SumPlace | null {
  const at = figurePlace(one, name);
  return at && (at.row < one.rows.length || hasTotals(one)) ? at : sumPlace(one, name);
}

/** Of a hidden cell nothing is told, not even what it was made of: its neighbours and its file would help to compute it. */
function untold(words: CellWords, at: FigurePlace | SumPlace, t: PortalTexts): { heading: string; why: string } | null {
  if ('bar' in at) return null;
  if (words.isHidden(at)) return { heading: t.protected, why: t.confidential };
  return words.valueAt(at) === undefined ? { heading: t.noFigure, why: t.noFigureWhy } : null;
}
