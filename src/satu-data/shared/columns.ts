import type { ColumnOptions, TableColumnOptions } from 'typeorm';

/** Times as ISO 8601 text in UTC and JSON as text: one set of entities and migrations for SQLite and PostgreSQL. */
const time = {
  to: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
  from: (value: string | null) => (value === null ? null : new Date(value)),
};
const json = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};
const optional = { nullable: true } as const;

/** Entity side. `maybe` are the nullable ones. */
export const idColumn = { type: 'varchar', length: '64' } as const;
export const textColumn: ColumnOptions = { type: 'text' };
export const timeColumn: ColumnOptions = { type: 'varchar', length: '24', transformer: time };
export const jsonColumn: ColumnOptions = { type: 'text', transformer: json };
export const maybe = (column: ColumnOptions): ColumnOptions => ({ ...column, ...optional });

/** Migration side, by the same names. */
type More = Partial<TableColumnOptions>;
export const column = {
  primary: (name = 'id'): TableColumnOptions => ({ name, type: 'varchar', length: '64', isPrimary: true }),
  id: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'varchar', length: '64', ...more }),
  text: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  json: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more }),
  time: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'varchar', length: '24', ...more }),
  integer: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'integer', ...more }),
  boolean: (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'boolean', ...more }),
};
export const nullable: More = { isNullable: true };
