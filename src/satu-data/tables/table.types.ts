import type { Text } from 'tertib';
import type { Delimiter } from './csv-head.js';
import type { Hidden } from './excel-days.js';
import type { OwnNames } from './header-names.js';
import type { TemplateMade } from './template-made.js';

/** A row by variable name. Decimals with a point and no grouping, dates as YYYY-MM-DD; what could not be read stays as it was written. Null is an empty cell. */
export type TableRow = Readonly<Record<string, string | null>>;

/** A value that does not fit its variable's type, and why. */
export interface Unreadable {
  /** Index of the row in `rows`. */
  readonly row: number;
  readonly column: string;
  readonly message: Text;
  /** Where its value is not the text as it was written: a number of the spreadsheet, or a cell that only shows what another one holds. */
  readonly held?: 'number' | 'merged';
}

/** What is said of how a table as a whole was read. */
export interface Remark {
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: Text;
}

/** Where values stood in the source, to name the cell in a finding. */
export interface TableLayout {
  readonly source: 'xlsx' | 'csv' | 'grid';
  /** Column letters by variable name; a variable without one is missing in the source. */
  readonly columns: Readonly<Record<string, string>>;
  /** Row numbers of the source, one for each row. */
  readonly rowNumbers: readonly number[];
  readonly unreadable: readonly Unreadable[];
  /** Headers that belong to no variable. */
  readonly unknown: readonly string[];
  /** Headers that have another title by now, with that title. */
  readonly renamed?: readonly (readonly [header: string, title: string])[];
  readonly remarks?: readonly Remark[];
  /** False where the file was made from another version of the template. */
  readonly templateFits: boolean;
}

/** A table as read from a source. */
export interface ReadTable {
  readonly rows: TableRow[];
  readonly layout: TableLayout;
}

/** What a cell holds before it is given a type. */
export type RawCell = string | number | Date | null;

/** A whole sheet: headers, then cells. `merged` are the places of cells that only show what another one holds, `percent` of numbers that are shown a hundred times as large, `hidden` says of days what is not shown of them, `isHidden` that Excel does not show the row. */
export interface RawSheet {
  readonly source: TableLayout['source'];
  readonly headers: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly RawCell[]; readonly merged?: readonly number[]; readonly percent?: readonly number[]; readonly hidden?: Readonly<Record<number, Hidden>>; readonly isHidden?: boolean }[];
  /** What cuts the columns of a CSV. */
  readonly delimiter?: Delimiter;
  /** The template's mark, where the file has one. */
  readonly mark: string | null;
  /** How the data set was described when that template was made. */
  readonly made?: TemplateMade;
  /** Technical names of the columns by their headers, as that template had them. */
  readonly ownNames?: OwnNames;
}

/** The file cannot be read as a table at all. */
export class UnreadableTable extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'UnreadableTable';
  }
}

/** An Excel file is unpacked into memory; a CSV is read as a stream. */
export const USE_CSV: Text = {
  id: 'Berkas Excel ini terlalu besar (paling besar 20 MB dan 100.000 baris). Di Excel pilih Simpan sebagai → CSV UTF-8, lalu unggah CSV itu: sampai 200 MB dan 2.000.000 baris.',
  en: 'This Excel file is too large (20 MB and 100,000 rows at most). In Excel choose Save as → CSV UTF-8, and upload that: up to 200 MB and 2,000,000 rows.',
};
