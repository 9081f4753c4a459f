import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import { RenderError, PreviewRenderer, type PagePicture } from '../rendering/renderer.js';
import type { Answers } from './letter-answers.js';
import { LetterContext } from './letter-context.js';
import type { LetterTemplate } from './letter-templates.js';
import { MailTemplates } from './mail-templates.js';
import { languageOf } from './template-language.js';

/** A text as it would go out: a letter as PDF (base64) and pictures of its first pages, a mail as text. */
export interface Preview {
  readonly subject: string | null;
  readonly text: string | null;
  /** Who a mail would come from. */
  readonly from: string | null;
  readonly pdf: string | null;
  readonly pages: readonly PagePicture[];
  /** Pages in all. */
  readonly total: number;
}

/** What a text is filled with. */
export interface LetterInput {
  readonly data: Readonly<Record<string, unknown>>;
  readonly answers: Answers;
  readonly subject: string;
}

/** No register gives this one. */
const NUMBER = '000/CONTOH';
const NO_PAGES = { pdf: null, pages: [], total: 0 };
export const isMail = (key: string): boolean => key.startsWith('mail-');

/** Shows an administrator what a text becomes. Nothing is stored, sent or numbered. */
@Injectable()
export class LetterPreview {
  constructor(
    private readonly renderer: PreviewRenderer,
    private readonly mails: MailTemplates,
    private readonly letters: LetterContext,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** @param signal - nobody waits for it any more. @throws 422 with a sentence where it cannot be drawn. */
  async draw(key: string, html: string, layout: string, input: LetterInput, signal?: AbortSignal): Promise<Preview> {
    try {
      return isMail(key) ? await this.mail(key, html, input, signal) : await this.letter({ key, html, layout }, input, signal);
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      throw error.tooSlow ? tooSlow(this.renderer.deadline) : notDrawn(error.message);
    }
  }

  private async mail(key: string, template: string, { data, answers }: LetterInput, signal?: AbortSignal): Promise<Preview> {
    return { ...NO_PAGES, ...(await this.mails.write({ key, template }, data, answers, this.renderer, signal)), from: this.config.mailFrom };
  }

  private async letter({ key, html, layout }: LetterTemplate & { readonly key: string }, { answers, ...asked }: LetterInput, signal?: AbortSignal): Promise<Preview> {
    const date = this.clock.now();
    const context = await this.letters.for({ ...asked, template: key }, { number: typeof asked.data['nomor'] === 'string' ? asked.data['nomor'] : NUMBER, date }, answers);
    const meta = { title: asked.subject, number: String(context['nomor']), author: '', date: date.toISOString(), language: languageOf(key) };
    const { pdf, ...pages } = await this.renderer.pictures({ html, layout, context, meta }, signal);
    return { subject: null, text: null, from: null, pdf: pdf.toString('base64'), ...pages };
  }
}

const SECOND = 1_000;

function tooSlow(milliseconds: number): Problem {
  const seconds = Math.round(milliseconds / SECOND);
  return new Problem('letter-too-slow', 422, {
    id: `Pratinjau tidak selesai dalam ${seconds} detik. Biasanya karena daftar di dalam daftar, atau tabel yang sangat panjang. Kurangi pengulangan {{#each}} di dalam {{#each}}.`,
    en: `The preview was not done within ${seconds} seconds. This mostly comes of a list within a list, or of a very long table. Have fewer {{#each}} within {{#each}}.`,
  });
}

const notDrawn = (reason: string): Problem =>
  new Problem('letter-not-drawn', 422, {
    id: `Tulisan ini tidak dapat dijadikan surat. Periksa tag HTML dan {{…}} yang terakhir Anda ubah. (Keterangan teknis: ${reason})`,
    en: `No letter can be made of this text. Look at the HTML tags and {{…}} that you changed last. (Technical detail: ${reason})`,
  });
