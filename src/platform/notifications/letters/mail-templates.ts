import { Injectable } from '@nestjs/common';
import { MailTexts, Settings } from '../../../sdk/index.js';
import { Renderer } from '../rendering/renderer.js';
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
  ) {
    super();
  }

  async render(caseId: string, name: string, data: Readonly<Record<string, unknown>>, processInstanceId?: string): Promise<{ subject: string; text: string }> {
    return this.write((await this.templates.template(caseId, name, processInstanceId)).html, data);
  }

  async write(template: string, data: Readonly<Record<string, unknown>>): Promise<{ subject: string; text: string }> {
    const kop = { ...NO_LETTERHEAD, ...(await this.settings.get<Partial<Letterhead>>('letterhead', {})) };
    const zona = await this.settings.get('timezone', 'Asia/Jakarta');
    const text = await this.renderer.text({ template, context: { ...data, kop, zona } });
    const subject = SUBJECT.exec(text);
    if (!subject) throw new Error('A mail template must begin with a line "Subjek: …"');
    return { subject: (subject[1] ?? '').trim(), text: text.slice(subject[0].length) };
  }
}
