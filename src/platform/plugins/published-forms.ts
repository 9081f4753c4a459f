import { Injectable } from '@nestjs/common';
import { PageForms, Problem, SubmissionRejected } from '../../sdk/index.js';
import { FormValidator, type FormDefinition } from '../forms/index.js';
import { Releases } from '../releases/index.js';

/** Forms of pages as they were published last. */
@Injectable()
export class PublishedForms extends PageForms {
  constructor(
    private readonly releases: Releases,
    private readonly validator: FormValidator,
  ) {
    super();
  }

  /** @throws `page-form-missing` (409) where the live version has none. */
  async form(key: string): Promise<FormDefinition> {
    const live = await this.releases.live();
    if (!live || !(await this.releases.keys(live.id, 'form')).includes(key)) throw missing(key);
    return this.releases.form(live.id, key);
  }

  async check(key: string, data: unknown): Promise<Record<string, unknown>> {
    const result = await this.validator.validate(await this.form(key), data);
    if (!result.ok) throw new SubmissionRejected(result.errors);
    return { ...result.data };
  }
}

const missing = (key: string): Problem =>
  new Problem('page-form-missing', 409, {
    id: `Versi prosedur yang berlaku tidak memuat formulir “${key}”. Minta administrator menambahkannya pada konsep prosedur, lalu menerbitkannya.`,
    en: `The live version of the procedure has no form “${key}”. Ask the administrator to add it to the draft of the procedure and to publish it.`,
  });
