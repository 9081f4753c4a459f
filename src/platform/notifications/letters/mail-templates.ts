import { Injectable } from '@nestjs/common';
import { MailTexts, Settings } from '../../../sdk/index.js';
import { Renderer, RenderError } from '../rendering/renderer.js';
import { ANSWERS, LetterAnswers, type Answers } from './letter-answers.js';
import { LetterTemplates } from './letter-templates.js';
import { NO_LETTERHEAD, type Letterhead } from './office-settings.js';

const SUBJECT = /^Subjek:(.*)(?:\r?\n)+/;

/** Mails from the release's `mail-*.hbs`: plain text, whose first line is `Subjek: …`. */
@Injectable()
export class MailTemplates extends MailTexts {
  constructor(
    private readonly templates: LetterTemplates,
    private readonly renderer: Renderer,
    private readonly settings: Settings,
    private readonly answers: LetterAnswers,
  ) {
    super();
  }

  async render(caseId: string, name: string, data: Readonly<Record<string, unknown>>, processInstanceId?: string): Promise<{ subject: string; text: string }> {
    const { html } = await this.templates.template(caseId, name, processInstanceId);
    return this.write(html, data, html.includes(ANSWERS) ? await this.answers.of(caseId, processInstanceId) : {});
  }

  /** @param draw - what turns the template into text; default: what draws the mails of cases. */
  async write(template: string, data: Readonly<Record<string, unknown>>, answers: Answers, draw: Pick<Renderer, 'text'> = this.renderer, signal?: AbortSignal): Promise<{ subject: string; text: string }> {
    const kop = { ...NO_LETTERHEAD, ...(await this.settings.get<Partial<Letterhead>>('letterhead', {})) };
    const zona = await this.settings.get('timezone', 'Asia/Jakarta');
    const text = await draw.text({ template, context: { [ANSWERS]: answers, ...data, kop, zona } }, signal);
    const subject = SUBJECT.exec(text);
    if (!subject) throw new RenderError('A mail template must begin with a line "Subjek: …"');
    return { subject: (subject[1] ?? '').trim(), text: text.slice(subject[0].length) };
  }
}
