import { Injectable } from '@nestjs/common';
import { FormValidator, type FormDefinition } from '../../forms/index.js';
import { Releases } from '../../releases/index.js';
import { fieldsOf, leftover, missingFields } from './missing-fields.js';
import type { Misfit } from './verdict.js';

interface FormOf {
  readonly releaseId: string;
  readonly formKey: string | null;
}

/** What of a half-filled form has no place in the form of another version. */
@Injectable()
export class DraftFit {
  constructor(
    private readonly releases: Releases,
    private readonly validator: FormValidator,
  ) {}

  async leftovers(from: FormOf, to: FormOf, data: Readonly<Record<string, unknown>>): Promise<Misfit[]> {
    if (from.formKey === null) return [];
    const before = await this.releases.form(from.releaseId, from.formKey);
    const after = to.formKey === null ? null : await this.releases.form(to.releaseId, to.formKey);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [...missingFields(before, after, data).map((one) => ({ ...one, why: 'gone' as const })), ...(after ? await this.unfit(before, after, data) : [])];
  }

  /** Values that the old form takes and the new one does not: a choice that is gone, a text where a number belongs. */
  private async unfit(before: FormDefinition, after: FormDefinition, data: Readonly<Record<string, unknown>>): Promise<Misfit[]> {
    const [old, now] = await Promise.all([this.wrong(before, data), this.wrong(after, data)]);
    const had = fieldsOf(before.components);
    const has = fieldsOf(after.components);
    return [...now].flatMap((key) => {
      const component = has.has(key) ? had.get(key) : undefined;
      return component && !old.has(key) ? [{ ...leftover(before, component, data[key]), why: 'unfit' as const }] : [];
    });
  }

  /** Fields that are filled in wrongly. What is not filled in yet does not count: it is a draft. */
  private async wrong(form: FormDefinition, data: Readonly<Record<string, unknown>>): Promise<Set<string>> {
    const result = await this.validator.validate(form, data, { initial: data });
    const filled = (key: string): boolean => data[key] !== undefined && data[key] !== null && data[key] !== '' && typeof data[key] !== 'object';
    return new Set(result.ok ? [] : result.errors.map(({ path }) => path.split('.')[0] ?? '').filter(filled));
  }
}
