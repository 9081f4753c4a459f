import { Injectable } from '@nestjs/common';
import { MailTexts, Settings, type Language } from '../../../sdk/index.js';
import { Renderer, RenderError } from '../rendering/renderer.js';
import { ANSWERS, LetterAnswers, type Answers } from './letter-answers.js';
import { LetterTemplates } from './letter-templates.js';
import { languageOf, namedIn } from './template-language.js';
import { NO_LETTERHEAD, type Letterhead } from './office-settings.js';

const SUBJECT = /^Subjek:(.*)(?:\r?\n)+/;

/** A mail's text under its name, which says its language. */
interface MailTemplate {
  readonly key: string;
  readonly template: string;
}

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

  async render(caseId: string, name: string, data: Readonly<Record<string, unknown>>, processInstanceId?: string, language: Language = 'id'): Promise<{ subject: string; text: string; language: Language }> {
    const own = namedIn(name, language);
    const key = own === name || (await this.templates.has(caseId, own, processInstanceId)) ? own : name;
    const { html } = await this.templates.template(caseId, key, processInstanceId);
    const answers = html.includes(ANSWERS) ? await this.answers.of(caseId, processInstanceId) : {};
    return { ...(await this.write({ key, template: html }, data, answers)), language: languageOf(key) };
  }

  /** @param draw - what turns the template into text; default: what draws the mails of cases. */
  async write({ key, template }: MailTemplate, data: Readonly<Record<string, unknown>>, answers: Answers, draw: Pick<Renderer, 'text'> = this.renderer, signal?: AbortSignal): Promise<{ subject: string; text: string }> {
    const kop = { ...NO_LETTERHEAD, ...(await this.settings.get<Partial<Letterhead>>('letterhead', {})) };
    const zona = await this.settings.get('timezone', 'Asia/Jakarta');
    const text = await draw.text({ template, context: { [ANSWERS]: answers, ...data, kop, zona, bahasa: languageOf(key) } }, signal);
    const subject = SUBJECT.exec(text);
    if (!subject) throw new RenderError('A mail template must begin with a line "Subjek: …"');
    return { subject: (subject[1] ?? '').trim(), text: text.slice(subject[0].length) };
  }
}
