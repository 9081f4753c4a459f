/** A row by variable name. Decimals with a point and no grouping, dates as YYYY-MM-DD; what could not be read stays as it was written. Null is an empty cell. */
export type TableRow = Readonly<Record<string, string | null>>;

/** Where values stood in the source, to name the cell in a finding. */
export interface TableLayout {
  readonly source: 'xlsx' | 'csv' | 'grid';
  /** Column letters by variable name. */
  readonly columns: Readonly<Record<string, string>>;
  /** Row numbers of the source, one for each row. */
  readonly rowNumbers: readonly number[];
}

/** A table as read from a source. */
export interface ReadTable {
  readonly rows: TableRow[];
  readonly layout: TableLayout;
}
