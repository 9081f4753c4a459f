import { Injectable } from '@nestjs/common';
import { CHOICE_TYPES, walk, type FormComponent, type FormDefinition } from '../form-definition.js';
import { Problem } from '../../../sdk/index.js';
import type { ChoicePage, ChoiceSearch, ChoiceSource } from './choice-source.js';
import { CodeChoices } from './code-choices.js';
import { OfficeChoices } from './office-choices.js';
import { PeopleChoices } from './people-choices.js';
import { valuesAt } from './values-at.js';

/** What is chosen from what the server knows: people, offices, codes. One check, one search and one way to a name for all of them. */
@Injectable()
export class Choices {
  private readonly sources: Readonly<Record<string, ChoiceSource>>;

  constructor(people: PeopleChoices, offices: OfficeChoices, codes: CodeChoices) {
    this.sources = { pilihOrang: people, pilihInstansi: offices, pilihKode: codes };
  }

  /** What may be chosen in a field of a form; with `value` what that one is called, if it is or once was among them. @throws not found where the form has no such field. */
  async of(form: FormDefinition | null, key: string, search: ChoiceSearch & { readonly value?: string | undefined }): Promise<ChoicePage> {
    const component = [...walk(form?.components ?? [])].find((one) => one.key === key && CHOICE_TYPES.has(one.type));
    if (!component) throw Problem.notFound();
    return this.in(component, search);
  }

  async in(component: FormComponent, search: ChoiceSearch & { readonly value?: string | undefined }): Promise<ChoicePage> {
    const source = this.sources[component.type];
    if (!source) throw Problem.notFound();
    if (search.value === undefined) return source.search(component, search);
    return { items: await source.permitted(component, [search.value], true), more: false };
  }

  /** By key of a field, those of the values sent for it that may be chosen. */
  async permitted(form: FormDefinition, data: unknown): Promise<Record<string, string[]>> {
    return this.each(form, data, async (source, component, values) => (await source.permitted(component, values)).map(({ value }) => value));
  }

  /** By key of a field, what the values accepted for it are called. */
  async called(form: FormDefinition, data: unknown): Promise<Record<string, Map<string, string>>> {
    return this.each(form, data, async (source, component, values) => new Map((await source.called(component, values)).map(({ value, label }) => [value, label])));
  }

  /** The data with names in the place of what is stored for them, as letters write it. */
  async inWords(form: FormDefinition, data: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const called = await this.called(form, data);
    return Object.keys(called).length === 0 ? data : (renamed(data, called) as Record<string, unknown>);
  }

  private async each<T>(form: FormDefinition, data: unknown, ask: (source: ChoiceSource, component: FormComponent, values: string[]) => Promise<T>): Promise<Record<string, T>> {
    const answers: [string, T][] = [];
    for (const component of walk(form.components)) {
      const source = this.sources[component.type];
      if (source) answers.push([component.key, await ask(source, component, valuesAt(data, component.key))]);
    }
    return Object.fromEntries(answers);
  }
}

function renamed(value: unknown, called: Readonly<Record<string, ReadonlyMap<string, string>>>): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, called));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? (called[key]?.get(one) ?? one) : renamed(one, called)]));
}
