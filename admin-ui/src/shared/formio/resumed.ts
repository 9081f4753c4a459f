import type { FormComponent, FormValues } from '../../api/index.js';
import { caseTableOf, isRow, type Row } from './fields/caseTable.js';
import { fieldsIn } from './prepare.js';

interface Columns {
  /** By what a row is known again. */
  known: string[];
  /** What a person writes in it. */
  written: string[];
}

/** What a person typed beside what the case says now. Of a table to which nobody adds rows, as the server resumes it: what was typed in the rows that are still given. */
export function resumed(components: FormComponent[], given: FormValues, typed: FormValues | undefined): FormValues {
  const data: FormValues = { ...given, ...typed };
  for (const component of fieldsIn(components)) {
    const [now, before] = [given[component.key], typed?.[component.key]];
    const columns = Array.isArray(now) && columnsOf(component);
    if (columns) data[component.key] = Array.isArray(before) ? completed(columns, now as Row[], before.filter(isRow)) : now;
  }
  return data;
}

/** Undefined where the rows are the person's own. */
function columnsOf(component: FormComponent): Columns | undefined {
  if (component.type === 'tabelKasus') {
    const { columns } = caseTableOf(component);
    const keys = (fill: boolean): string[] => columns.filter((column) => (column.fill === true) === fill).map(({ key }) => key);
    return { known: keys(false), written: keys(true) };
  }
  if (component['disableAddingRemovingRows'] !== true) return undefined;
  const fields = fieldsIn(component.components ?? []);
  const hidden = fields.filter((field) => field['hidden'] === true);
  const own = fields.filter((field) => !isServers(field));
  return { known: (hidden.length > 0 ? hidden : fields.filter(isServers)).map(({ key }) => key), written: own.map(({ key }) => key) };
}

const isServers = (field: FormComponent): boolean => field['hidden'] === true || field['disabled'] === true || field['persistent'] === false || field['persistent'] === 'client-only';

function completed({ known, written }: Columns, now: Row[], before: Row[]): Row[] {
  const left = [...before];
  return now.map((row, index) => {
    const isSame = (other: Row | undefined) => other !== undefined && known.every((key) => textOf(other[key]) === textOf(row[key]));
    const old = left.find((other) => other === before[index] && isSame(other)) ?? left.find(isSame);
    if (!old) return row;
    left.splice(left.indexOf(old), 1);
    return { ...row, ...Object.fromEntries(written.filter((key) => old[key] !== undefined).map((key) => [key, old[key]])) };
  });
}

/** What is blank is the same, however a field writes it. */
const textOf = (value: unknown): string => JSON.stringify(value === undefined || value === '' ? null : value);
