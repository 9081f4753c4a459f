import type { Language, Text } from 'tertib';
import type { OfficeCode } from '../code-lists/code-list.types.js';
import type { NamedSums } from '../code-lists/named-sums.js';

/** What the list of a column says of a code. */
export interface ListedCode {
  readonly title: Text;
  /** What it lies in. */
  readonly parent: string | null;
  /** 1 is outermost. */
  readonly level: number;
  /** All that its list has right within it, in the table or not; of what lies around others in the table. */
  readonly parts?: readonly ListedPart[];
}

/** What lies in something, and when. */
export type ListedPart = Pick<OfficeCode, 'code' | 'validFrom' | 'validTo'>;

/** Of one column: the codes of its table and those that they lie in, and what the list calls its levels, outermost first. */
export interface ListedColumn extends Omit<NamedSums, 'total'> {
  readonly codes: readonly (readonly [code: string, listed: ListedCode])[];
  readonly levels: readonly Text[];
}

/** By the column's name. Plain data: it goes to another process with the tables. */
export type ListedColumns = Readonly<Record<string, ListedColumn>>;

/** Of a code that its list does not have. */
export const UNLISTED = 0;
const UNLISTED_WORDS: Text = { id: 'Di luar daftar kode', en: 'Not in the code list' };

/** What codes in tables are called and what they lie in, as the lists of codes have it. What no list has is called as it is written, and lies in nothing. */
export class Places {
  private readonly columns: ReadonlyMap<string, { readonly codes: ReadonlyMap<string, ListedCode>; readonly levels: readonly Text[]; readonly subtotals: ReadonlySet<string>; readonly unclear: ReadonlySet<string> }>;
  private readonly outer = new Map<string, readonly string[]>();

  constructor(listed: ListedColumns) {
    this.columns = new Map(Object.entries(listed).map(([name, { codes, levels, subtotals, unclear }]) => [name, { codes: new Map(codes), levels, subtotals: new Set(subtotals), unclear: new Set(unclear) }]));
  }

  title(column: string, code: string, language: Language): string {
    return this.columns.get(column)?.codes.get(code)?.title[language] || code;
  }

  /** What a code is part of, nearest first. */
  around(column: string, code: string): readonly string[] {
    const key = JSON.stringify([column, code]);
    const known = this.outer.get(key);
    if (known) return known;
    const parent = this.columns.get(column)?.codes.get(code)?.parent ?? null;
    const around = parent === null ? [] : [parent, ...this.around(column, parent)];
    this.outer.set(key, around);
    return around;
  }

  /** What its list has right within it; nothing where no list says. */
  parts(column: string, code: string): readonly ListedPart[] {
    return this.columns.get(column)?.codes.get(code)?.parts ?? [];
  }

  /** Whether it stands for some of the others, and no list says for which. */
  isLooseSubtotal(column: string, code: string): boolean {
    return this.columns.get(column)?.subtotals.has(code) ?? false;
  }

  /** Whether its name may be that of a sum, and nobody says of what. */
  isUnclear(column: string, code: string): boolean {
    return this.columns.get(column)?.unclear.has(code) ?? false;
  }

  isWithin(column: string, code: string | undefined, outer: string): boolean {
    return code !== undefined && (code === outer || this.around(column, code).includes(outer));
  }

  level(column: string, code: string): number {
    return this.columns.get(column)?.codes.get(code)?.level ?? UNLISTED;
  }

  levelTitle(column: string, level: number): Text {
    return level === UNLISTED ? UNLISTED_WORDS : (this.columns.get(column)?.levels[level - 1] ?? { id: `Tingkat ${level}`, en: `Level ${level}` });
  }
}
