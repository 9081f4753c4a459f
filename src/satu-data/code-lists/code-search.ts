import type { OfficeCode } from './code-list.types.js';
import type { CodeTable } from './code-table.js';

/** Codes with a text each that is looked through, in the order in which they were given. */
export class CodeSearch {
  private static readonly ofTables = new WeakMap<CodeTable, CodeSearch>();
  private readonly texts: readonly string[];

  constructor(private readonly codes: readonly OfficeCode[]) {
    this.texts = codes.map(({ code, title }) => `\n${code}\n${title.id}\n${title.en}\n`.toLowerCase());
  }

  /** Made when somebody first looks into this version of the list, and gone with it. */
  static of(table: CodeTable): CodeSearch {
    const known = CodeSearch.ofTables.get(table) ?? new CodeSearch(table.codes);
    CodeSearch.ofTables.set(table, known);
    return known;
  }

  /** Codes in which every word stands: first what is called just so, then whose code or name begins so, then the others. */
  find(typed: string, fits: (code: OfficeCode) => boolean): OfficeCode[] {
    const whole = typed.trim().toLowerCase();
    const words = whole.split(/\s+/);
    const [same, begins, others]: [OfficeCode[], OfficeCode[], OfficeCode[]] = [[], [], []];
    for (const [index, text] of this.texts.entries()) {
      if (!words.every((word) => text.includes(word))) continue;
      const code = this.codes[index] as OfficeCode;
      if (!fits(code)) continue;
      // Nothing typed is the beginning of all: they stay in their order.
      (whole !== '' && text.includes(`\n${whole}\n`) ? same : text.includes(`\n${whole}`) ? begins : others).push(code);
    }
    return [...same, ...begins, ...others];
  }
}
