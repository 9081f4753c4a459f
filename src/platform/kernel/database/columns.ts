import type { ColumnOptions, TableColumnOptions } from 'typeorm';

/**
 * Columns that mean the same in SQLite and PostgreSQL. Times are ISO 8601 in UTC as text, which sorts as time does;
 * JSON is text; so one set of entities and migrations serves both without drift.
 */
const timeTransformer = {
  to: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
  from: (value: string | null) => (value === null ? null : new Date(value)),
};
const jsonTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

/** Entity side: `@Column(timeColumn())`. Compare in queries with `date.toISOString()` through {@link toTime}. */
export const timeColumn = (options: ColumnOptions = {}): ColumnOptions => ({ type: 'varchar', length: '24', transformer: timeTransformer, ...options });
export const jsonColumn = (options: ColumnOptions = {}): ColumnOptions => ({ type: 'text', transformer: jsonTransformer, ...options });
/** `@PrimaryColumn(idColumn())`: a UUIDv7 or an id of the engine. */
export function idColumn(): ColumnOptions & { nullable?: false };
export function idColumn(options: ColumnOptions): ColumnOptions;
export function idColumn(options: ColumnOptions = {}): ColumnOptions {
  return { type: 'varchar', length: '64', ...options };
}

/** Migration side, by the same names. */
export const column = {
  id: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', length: '64', ...more }),
  primary: (name = 'id'): TableColumnOptions => ({ name, type: 'varchar', length: '64', isPrimary: true }),
  text: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  string: (name: string, length = 255, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', length: String(length), ...more }),
  json: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  time: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'varchar', length: '24', ...more }),
  integer: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'integer', ...more }),
  boolean: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({ name, type: 'boolean', ...more }),
};
