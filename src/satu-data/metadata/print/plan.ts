/** A question of the printed form: its number, its words, and where on the paper the answer goes. Fields are named by their keys on the sheet. */
export interface Printed {
  /** As printed; blank: without a number. */
  readonly no: string;
  readonly ask: string;
  /** Written beneath the question. */
  readonly text?: string;
  /** Written beneath it on lines of their own. */
  readonly lines?: readonly Line[];
  /** Answers to choose, with their codes; the code, or the sum of codes, stands in the box at the right. */
  readonly choice?: Choice;
  /** Further answers to choose, counted on in the same box. */
  readonly or?: { readonly ask: string } & Choice;
  /** Each with yes, no and a box. */
  readonly yesNo?: readonly (readonly [name: string, field: string])[];
  readonly table?: Table;
  /** A remark across the page, before the question. */
  readonly remark?: string;
}

export interface Line {
  readonly name: string;
  readonly field: string;
  readonly unit?: string;
}

interface Choice {
  readonly field: string;
  /** In two columns, as long lists are. */
  readonly halves?: true;
  /** Where the form leads from an answer. */
  readonly to?: Readonly<Record<string, string>>;
  /** What "other" is. */
  readonly other?: string;
}

interface Table {
  readonly head: readonly string[];
  /** Points; blank: a share of what is left. */
  readonly widths: readonly string[];
  /** The field whose rows are the table's. */
  readonly rows?: { readonly field: string; readonly columns: readonly string[] };
  /** Rows that are always there: a group, or a name with the days of its fields. */
  readonly fixed?: readonly (string | readonly [name: string, ...days: string[]])[];
  /** A day in one cell, or day, month and year in three. */
  readonly days?: 'one' | 'three';
}

export interface PrintedBlock {
  /** Blank: the first page's, which has no head. */
  readonly head: string;
  readonly remark?: string;
  readonly asks: readonly Printed[];
}
