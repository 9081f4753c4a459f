import type { Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';
import type { OfficeCode } from './code-list.types.js';
import { CodeSearch } from './code-search.js';
import { isValid, type CodeTable, type Span } from './code-table.js';
import { codeNamed } from './column-codes.js';

/** A code that a cell takes, as people choose it. */
export interface Offer {
  readonly code: string;
  readonly title: Text;
  /** What tells it from others of the same name: its level, and what it lies in. */
  readonly detail: Text | null;
}

/** What may be chosen in the cells of one column, in the days that its data are about. */
export class ColumnChoice {
  private readonly named: readonly OfficeCode[] | null;
  private readonly expected: ReadonlySet<string>;

  /** @param expected - codes that the data list asks rows for: they are offered first. */
  constructor(
    private readonly table: CodeTable | undefined,
    private readonly span: Span,
    variable: Variable,
    expected: readonly string[],
  ) {
    this.named = variable.codes?.length ? variable.codes.map((code) => codeNamed(code, variable, table)) : null;
    this.expected = new Set(expected);
  }

  /** All that fit what was typed, in the order in which they are offered. */
  find(typed: string): OfficeCode[] {
    const search = this.named ? new CodeSearch(this.named) : this.table && CodeSearch.of(this.table);
    const found = search?.find(typed, this.takes) ?? [];
    if (typed.trim() !== '' || this.expected.size === 0) return found;
    return [...found.filter(({ code }) => this.expected.has(code)), ...found.filter(({ code }) => !this.expected.has(code))];
  }

  offer({ code, title, level, parent }: OfficeCode): Offer {
    const around = [...this.around(parent)];
    const named = this.table?.facts.levels.find(({ key }) => key === level)?.title;
    const said = (language: keyof Text): string => [named?.[language], around.map((outer) => outer.title[language]).join(', ')].filter(Boolean).join(' · ');
    return { code, title, detail: said('id') === '' ? null : { id: said('id'), en: said('en') } };
  }

  /**
   * The code that each of these texts can only mean: it is the code in other letters, or the name of one code alone. Of several of that name, the one
   * that the data list asks for; where that is none or more than one, the text stays out: nobody guesses.
   */
  meant(texts: readonly string[]): Record<string, string> {
    const wanted = new Map<string, OfficeCode[]>(texts.map((text) => [norm(text), []]));
    for (const one of this.named ?? this.table?.codes ?? []) {
      for (const word of new Set([one.code, one.title.id, one.title.en].map(norm))) {
        if (wanted.has(word) && this.takes(one)) wanted.get(word)?.push(one);
      }
    }
    return Object.fromEntries(texts.flatMap((text) => {
      const found = wanted.get(norm(text)) ?? [];
      const alike = [found.filter(({ code }) => code === text.trim()), found.filter(({ code }) => norm(code) === norm(text)), found, found.filter(({ code }) => this.expected.has(code))];
      const only = alike.find((some) => some.length === 1)?.[0];
      return only ? [[text, only.code] as const] : [];
    }));
  }

  private readonly takes = (one: OfficeCode): boolean => this.named !== null || isValid(one, this.span);

  private *around(parent: string | null): Generator<OfficeCode> {
    for (let one = parent === null ? undefined : this.table?.get(parent); one; one = one.parent === null ? undefined : this.table?.get(one.parent)) yield one;
  }
}

const norm = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
