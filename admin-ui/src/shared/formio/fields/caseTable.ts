import type { FormComponent, FormValues } from '../../../api/index.js';
import { eachComponent } from '../prepare.js';

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
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export function caseTableOf({ table }: FormComponent): CaseTable {
  const { source = '', columns = [] } = (isRow(table) ? table : {}) as Partial<CaseTable>;
  return { source, columns: Array.isArray(columns) ? columns : [] };
}

/** What a person typed beside what the case says now: of a table from the case only the cells that are to be filled, in rows that are as they were. */
export function resumed(components: FormComponent[], given: FormValues, typed: FormValues | undefined): FormValues {
  const data: FormValues = { ...given, ...typed };
  eachComponent(components, (component) => {
    const now = given[component.key];
    if (component.type !== 'tabelKasus' || !Array.isArray(now)) return;
    const before = typed?.[component.key];
    data[component.key] = Array.isArray(before) ? completed(caseTableOf(component).columns, now as Row[], before.filter(isRow)) : now;
  });
  return data;
}

function completed(columns: CaseColumn[], now: Row[], before: Row[]): Row[] {
  const left = [...before];
  return now.map((row, index) => {
    const isSame = (other: Row | undefined) => other !== undefined && columns.every(({ key, fill }) => fill === true || (other[key] ?? null) === (row[key] ?? null));
    const old = left.find((other) => other === before[index] && isSame(other)) ?? left.find(isSame);
    if (!old) return row;
    left.splice(left.indexOf(old), 1);
    return { ...row, ...Object.fromEntries(columns.filter(({ key, fill }) => fill === true && old[key] !== undefined).map(({ key }) => [key, old[key]])) };
  });
}
