import { Injectable } from '@nestjs/common';
import { Clock, Settings, type Code } from '../../../sdk/index.js';
import { localDate } from '../../identity/index.js';
import { requestContext } from '../../kernel/index.js';
import type { FormComponent } from '../form-definition.js';
import { pageOf, type Choice, type ChoicePage, type ChoiceSearch, type ChoiceSource, PAGE } from './choice-source.js';
import type { CodeIndex, CodeLimits } from './code-index.js';
import { CodeLists } from './code-lists.js';

/** `pilihKode`: an entry of a list, of a level and within another entry where the form says so, that is valid today. */
@Injectable()
export class CodeChoices implements ChoiceSource {
  constructor(
    private readonly lists: CodeLists,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async search(component: FormComponent, search: ChoiceSearch): Promise<ChoicePage> {
    const index = await this.indexOf(component);
    const found = index?.search(search.text, await this.limits(component), search.offset + PAGE + 1) ?? [];
    return pageOf(found.map((code) => choiceOf(index as CodeIndex, code)), search);
  }

  async permitted(component: FormComponent, values: readonly string[], past = false): Promise<Choice[]> {
    const limits = await this.limits(component);
    const index = await this.indexOf(component);
    return this.codes(index, values).filter((code) => past || index?.fits(code, limits)).map((code) => choiceOf(index as CodeIndex, code));
  }

  async called(component: FormComponent, values: readonly string[]): Promise<Choice[]> {
    const index = await this.indexOf(component);
    return this.codes(index, values).map((code) => choiceOf(index as CodeIndex, code));
  }

  private indexOf(component: FormComponent): Promise<CodeIndex | undefined> {
    return this.lists.index(String(component['scheme'] ?? ''));
  }

  private codes(index: CodeIndex | undefined, values: readonly string[]): Code[] {
    return values.flatMap((value) => index?.get(value) ?? []);
  }

  private async limits(component: FormComponent): Promise<CodeLimits> {
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    const given = (name: string): string | undefined => (component[name] ? String(component[name]) : undefined);
    return { level: given('level'), within: given('within'), day: localDate(zone)(this.clock.now().getTime()) };
  }
}

function choiceOf(index: CodeIndex, code: Code): Choice {
  const language = requestContext.language();
  return { value: code.code, label: code.title[language], detail: [code.code, ...index.around(code).map(({ title }) => title[language])].join(', ') };
}
