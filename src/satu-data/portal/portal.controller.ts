import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FileStore, Public, Settings } from 'tertib';
import { z } from 'zod';
import { DOWNLOADS } from '../publication/downloads.js';
import { PublicationRepository } from '../publication/publication.repository.js';
import { lacksWritten, withWritten } from '../publication/written-codes.js';
import { chartSvg } from './chart.js';
import { dataPackage } from './data-package.js';
import { datasetPage } from './dataset-page.js';
import { formatDate } from '../shared/office-time.js';
import { isHeld } from './held.js';
import { languageOf } from './page-language.js';
import { PortalRenderer } from './portal-renderer.js';
import { PublicAddress } from './public-address.js';
import { portalTexts } from './texts.js';
import { portalCss } from './views/portal.css.js';

const PAGE_SIZE = 20;
const STARTED = Date.now();
const ListQuery = z.object({
  q: z.string().max(200).optional().catch(undefined),
  office: z.string().max(64).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  lang: z.enum(['id', 'en']).optional().catch(undefined),
});
type ListQuery = z.infer<typeof ListQuery>;
const ChartQuery = ListQuery.pick({ lang: true }).extend({ shape: z.enum(['wide', 'narrow']).catch('wide') });

/** The public portal: rendered here, useful without JavaScript. */
@Public()
@ApiExcludeController()
@Controller()
export class PortalController {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly renderer: PortalRenderer,
    private readonly files: FileStore,
    private readonly address: PublicAddress,
    private readonly settings: Settings,
  ) {}

  @Get('portal.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  css(): string {
    return portalCss;
  }

  @Get(['/', 'dataset'])
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Query({ schema: ListQuery }) query: ListQuery, @Req() request: Request): Promise<string> {
    const language = languageOf(query.lang, request);
    const { q, office, page } = query;
    const [{ count, results }, offices, timeZone] = await Promise.all([this.publications.search({ q, office, start: (page - 1) * PAGE_SIZE, rows: PAGE_SIZE }), this.publications.offices(), this.timeZone()]);
    const keep = { ...(q && { q }), ...(office && { office }) };
    const pageLink = (number: number) => `/?${new URLSearchParams({ lang: language, ...keep, page: String(number) })}`;
    return this.renderer.page('list', { language, title: portalTexts(language).heading, keep }, {
      q,
      count,
      isOne: count === 1,
      searched: Boolean(q || office),
      offices: offices.map((one) => ({ ...one, selected: one.code === office })),
      results: results.map((one) => ({ ...one, modified: formatDate(one.modifiedAt, language, timeZone) })),
      previous: page > 1 ? pageLink(page - 1) : null,
      next: page * PAGE_SIZE < count ? pageLink(page + 1) : null,
    });
  }

  @Get('dataset/:slug')
  async dataset(@Param('slug') slug: string, @Query({ schema: ListQuery }) query: ListQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(query.lang, request);
    const one = await this.publications.byIdOrSlug(slug);
    const t = portalTexts(language);
    response.status(one ? 200 : 404).type('html');
    if (!one) response.send(await this.renderer.page('missing', { language, title: portalTexts(language).missing }, {}));
    else response.send(await this.renderer.page('dataset', { language, title: one.title, description: one.definition }, datasetPage(one, t, language, await this.timeZone())));
  }

  @Get(`dataset/:slug/${DOWNLOADS.csv.file}`)
  async csv(@Param('slug') slug: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<StreamableFile | string> {
    const one = await this.publications.find(slug);
    if (!one) {
      response.status(404).type('text');
      return portalTexts('id').notFound;
    }
    if (isHeld(one.sha256, request, response)) return '';
    // A reader who goes away, or a file that is gone from the disk, closes what was opened: a bare pipe would not.
    return new StreamableFile(await this.files.stream(one.fileId), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${one.slug}.csv"`, length: one.fileSize });
  }

  @Get(`dataset/:slug/${DOWNLOADS.dataPackage.file}`)
  async package(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const one = await this.publications.find(slug, 'columns', 'hidden', 'rowCount');
    if (!one) return void response.status(404).type('text').send(portalTexts('id').notFound);
    const columns = lacksWritten(one) ? withWritten(one.columns, (await this.publications.find(slug, 'rows'))?.rows ?? []) : one.columns;
    response.json(dataPackage({ ...one, columns }, this.address.of(request)));
  }

  @Get('dataset/:slug/chart.svg')
  async chart(@Param('slug') slug: string, @Query({ schema: ChartQuery }) { lang, shape }: z.infer<typeof ChartQuery>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const one = await this.publications.find(slug, 'columns', 'chart');
    const language = languageOf(lang, request);
    // Another version of the application may draw it otherwise.
    if (one && isHeld([one.id, one.modifiedAt.getTime(), language, shape, STARTED].join('-'), request, response)) return void response.end();
    const svg = one && await chartSvg(one, language, shape);
    if (!svg) return void response.status(404).type('text').send(portalTexts('id').notFound);
    response.type('image/svg+xml').send(svg);
  }

  private timeZone(): Promise<string> {
    return this.settings.get('timezone', 'Asia/Jakarta');
  }
}
