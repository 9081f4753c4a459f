import type { FormComponent } from './form-definition.js';
import { isRecord } from './validation/empty.js';

/** How a column is written; also what may be filled in where it is to be filled. */
export const COLUMN_FORMATS = ['text', 'number', 'money', 'date'] as const;

/** A column of a table whose rows the case brings. */
export interface CaseColumn {
  readonly key: string;
  readonly label: string;
  /** The column that it is filled from; none: a person fills it. */
  readonly from?: string;
  readonly format?: (typeof COLUMN_FORMATS)[number];
  /** A person may write in it. */
  readonly fill?: boolean;
  readonly required?: boolean;
}

/** Where the rows come from: `<form>.<table>` of an earlier form, or the name of a process variable. */
export interface CaseTable {
  readonly source: string;
  readonly columns: readonly CaseColumn[];
}

/** `tabelKasus`: a table from what the case knows, read or completed row by row. */
export const CASE_TABLE = 'tabelKasus';

export function caseTableOf(component: FormComponent): CaseTable {
  const table = isRecord(component['table']) ? component['table'] : {};
  const columns = Array.isArray(table['columns']) ? table['columns'].filter((column): column is CaseColumn & Record<string, unknown> => isRecord(column) && typeof column['key'] === 'string') : [];
  return { source: typeof table['source'] === 'string' ? table['source'] : '', columns };
}

const TYPES = { text: { type: 'textfield' }, number: { type: 'number' }, money: { type: 'number' }, date: { type: 'datetime', enableTime: false } } as const;

/** Its columns as the fields that they are for all who look into a form: the check, letters, comparisons. What is not to be filled in is the server's own. */
export const columnFields = (component: FormComponent): FormComponent[] =>
  caseTableOf(component).columns.map(({ key, label, format = 'text', fill, required }) => ({
    key, label, input: true, ...(TYPES[format] ?? TYPES.text), ...(fill === true ? { validate: { required: required === true } } : { disabled: true }),
  }));

/** Whether nobody may write in it. */
export const isOnlyRead = (component: FormComponent): boolean => component.type === CASE_TABLE && caseTableOf(component).columns.every(({ fill }) => fill !== true);
