import type { DecimalMark, Variable } from '../../datasets/dataset.types.js';

/** A table as a CSV file in UTF-8 with a header, each line with as many cells as the header. */
export interface TableFile {
  readonly path: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly mark: DecimalMark;
  /** Number of columns, and which of them hold which variable. */
  readonly width: number;
  readonly places: Readonly<Record<string, number>>;
  /** Where the table was read before: columns with the source's row number, and with the places of what could not be read (`,2,5,`). */
  readonly read?: { readonly rowNumber: number; readonly unreadable: number };
}

/** A variable that the file has, and its two columns in DuckDB: the canonical value and what is wrong with it. */
export interface ScanColumn {
  readonly variable: Variable;
  readonly place: number;
  readonly value: string;
  readonly fault: string;
}

export const columnsOf = (variables: readonly Variable[], { places }: Pick<TableFile, 'places'>): ScanColumn[] =>
  variables.flatMap((variable, index) => {
    const place = places[variable.name];
    return place === undefined ? [] : [{ variable, place, value: `v${index}`, fault: `e${index}` }];
  });
