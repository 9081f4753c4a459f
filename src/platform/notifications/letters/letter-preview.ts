import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../../sdk/index.js';
import { RenderError, Renderer } from '../rendering/renderer.js';
import { LetterContext } from './letter-context.js';
import { SAMPLES } from './letter-samples.js';
import { LETTER_TITLES } from './letter-titles.js';
import { MailTemplates } from './mail-templates.js';

/** A template drawn with made-up data: a letter as PDF (base64), a mail as text. */
export interface Preview {
  readonly subject: string | null;
  readonly text: string | null;
  readonly pdf: string | null;
}

/** A name that a template may write; in a list, its name inside each entry. */
export interface LetterField {
  readonly path: string;
  readonly list: string | null;
  readonly example: string;
}

const NUMBER = '12/CONTOH/XI/2026';
export const isMail = (key: string): boolean => key.startsWith('mail-');

/** Shows an administrator what a template becomes, before any case uses it. */
@Injectable()
export class LetterPreview {
  constructor(
    private readonly renderer: Renderer,
    private readonly mails: MailTemplates,
    private readonly letters: LetterContext,
    private readonly clock: Clock,
  ) {}

  async draw(key: string, html: string, layout: string): Promise<Preview> {
    try {
      if (isMail(key)) return { ...(await this.mails.write(html, SAMPLES[key] ?? {})), pdf: null };
      const context = await this.context(key);
      const meta = { title: key, number: NUMBER, author: '', date: this.clock.now().toISOString() };
      return { subject: null, text: null, pdf: (await this.renderer.pdf({ html, layout, context, meta })).toString('base64') };
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      throw new Problem('letter-not-drawn', 422, { id: `Surat ini tidak dapat dibuat: ${error.message}`, en: `This letter cannot be drawn: ${error.message}` });
    }
  }

  async fields(key: string): Promise<LetterField[]> {
    return fieldsOf(isMail(key) ? { ...SAMPLES[key], kop: (await this.context(key))['kop'] } : await this.context(key));
  }

  private context(key: string): Promise<Record<string, unknown>> {
    return this.letters.for({ data: SAMPLES[key] ?? {}, subject: LETTER_TITLES[key]?.id ?? key }, { number: NUMBER, date: this.clock.now() });
  }
}

const LONGEST = 60;

function fieldsOf(value: unknown, path = '', list: string | null = null): LetterField[] {
  if (Array.isArray(value)) return fieldsOf((value as unknown[])[0], '', path);
  if (typeof value !== 'object' || value === null) return path === 'kop.logo' ? [] : [{ path: path || 'this', list, example: String(value ?? '').slice(0, LONGEST) }];
  return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, path ? `${path}.${name}` : name, list));
}
