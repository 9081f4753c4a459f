import type { FormComponent } from '../../../api/index.js';

export type ColumnFormat = 'text' | 'number' | 'money' | 'date';

export interface CaseColumn {
  key: string;
  label: string;
  /** Column that it is filled from; nothing where a person fills it. */
  from?: string;
  format?: ColumnFormat;
  fill?: boolean;
  required?: boolean;
}

export interface CaseTable {
  /** `<form>.<table>`, or the name of a process variable. */
  source: string;
  columns: CaseColumn[];
}

export type Row = Record<string, unknown>;
export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export function caseTableOf({ table }: FormComponent): CaseTable {
  const { source = '', columns = [] } = (isRow(table) ? table : {}) as Partial<CaseTable>;
  return { source, columns: Array.isArray(columns) ? columns : [] };
}
