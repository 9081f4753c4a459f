import type { CodesByColumn, ColumnCodes } from '../../code-lists/column-codes.js';
import type { DecimalMark, Variable } from '../../datasets/dataset.types.js';
import type { Reading } from '../../tables/written-number.js';
import { storageOf, type Storage } from './storage.js';

/** A table as a CSV file in UTF-8 with a header, each line with as many cells as the header. */
export interface TableFile {
  readonly path: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly mark: DecimalMark;
  /** Whether numbers that may be two are refused, because the table gives reason to doubt the mark. */
  readonly strict?: boolean;
  /** Signs that mean no value. */
  readonly signs?: readonly string[];
  /** Number of columns, and which of them hold which variable. */
  readonly width: number;
  readonly places: Readonly<Record<string, number>>;
  /** Which row of the source the first one below the header is; 2 unless a line stands above the header. */
  readonly firstRow?: number;
  /** Where it is no CSV but a kept large table (Parquet): its cells as written, or their values. */
  readonly kept?: 'written' | 'values';
  /** Where the table was read before: columns with the source's row number, and with the places of what could not be read (`,2,5,`). */
  readonly read?: { readonly rowNumber: number; readonly unreadable: number };
}

export const readingOf = ({ mark, strict = false, signs = [] }: Pick<TableFile, 'mark' | 'strict' | 'signs'>): Reading => ({ mark, strict, signs });

/** A variable that the file has, and its column in DuckDB: the value, where there is one and nothing is wrong with it. */
export interface ScanColumn {
  readonly variable: Variable;
  /** Its column in the file, and its place among those that the file has. */
  readonly place: number;
  readonly index: number;
  readonly storage: Storage;
  /** The codes that it may hold; null where any text will do. */
  readonly codes: ColumnCodes | null;
  readonly value: string;
}

/** @param wide - names of the variables with a value that no type of few bytes holds. */
export const columnsOf = (variables: readonly Variable[], { places }: Pick<TableFile, 'places'>, codesOf: CodesByColumn, wide: ReadonlySet<string> = new Set()): ScanColumn[] =>
  variables
    .flatMap((variable, number) => {
      const place = places[variable.name];
      const codes = codesOf.get(variable.name) ?? null;
      return place === undefined ? [] : [{ variable, place, codes, storage: storageOf(variable, codes !== null, wide.has(variable.name)), value: `v${number}` }];
    })
    .map((column, index) => ({ ...column, index }));
