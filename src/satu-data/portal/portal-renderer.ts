import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { Settings, type Language } from 'tertib';
import { datasetView, missingView } from './views/dataset.view.js';
import { layoutView } from './views/layout.view.js';
import { leaderView } from '../leader/page/leader.view.js';
import { listView } from './views/list.view.js';
import { provenanceView, untoldView } from './views/provenance.view.js';
import { portalTexts } from './texts.js';

const views = { list: listView, dataset: datasetView, missing: missingView, provenance: provenanceView, untold: untoldView, leader: leaderView };
const compiled = Object.fromEntries(Object.entries({ ...views, layout: layoutView }).map(([name, text]) => [name, Handlebars.compile(text, { strict: false })]));

export interface PageRequest {
  readonly language: Language;
  readonly title: string;
  readonly description?: string;
  /** Query parameters that the change of language keeps. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Handlebars pages in the portal's frame. */
@Injectable()
export class PortalRenderer {
  constructor(private readonly settings: Settings) {}

  async page(view: keyof typeof views, request: PageRequest, data: Readonly<Record<string, unknown>>): Promise<string> {
    const t = portalTexts(request.language);
    const context = { ...data, t, language: request.language };
    const other = request.language === 'id' ? 'en' : 'id';
    return this.run('layout', {
      ...context,
      title: request.title,
      description: request.description,
      officeName: await this.settings.get('office.name', ''),
      otherLanguage: other,
      otherLanguageName: other === 'en' ? 'English' : 'Bahasa Indonesia',
      keep: Object.entries(request.keep ?? {}).map(([key, value]) => `&${key}=${encodeURIComponent(value)}`).join(''),
      body: this.run(view, context),
    });
  }

  private run(view: string, context: object): string {
    const template = compiled[view];
    if (!template) throw new Error(`There is no view "${view}"`);
    return template(context);
  }
}
