import type { FormComponent, FormValues } from '../../api/index.js';
import { isEmpty } from './empty.js';
import { caseTableOf, isRow, type Row } from './fields/caseTable.js';
import { fieldsIn } from './prepare.js';

interface Columns {
  /** By what a row is known again, of the columns that are filled in. */
  knownBy: (isFilled: (key: string) => boolean) => string[];
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
    return { knownBy: (isFilled) => keys(false).filter(isFilled), written: keys(true) };
  }
  if (component['disableAddingRemovingRows'] !== true) return undefined;
  const fields = fieldsIn(component.components ?? []);
  const own = fields.filter((field) => !isServers(field));
  return { knownBy: (isFilled) => knownBy(fields.filter(({ key }) => isFilled(key))).map(({ key }) => key), written: own.map(({ key }) => key) };
}

/** What nobody sees of a row is its identity; where all is seen, all that nobody may change. */
function knownBy(fields: FormComponent[]): FormComponent[] {
  const hidden = fields.filter((field) => field['hidden'] === true);
  return hidden.length > 0 ? hidden : fields.filter(isServers);
}

const isServers = (field: FormComponent): boolean => field['hidden'] === true || field['disabled'] === true || field['persistent'] === false || field['persistent'] === 'client-only';

function completed(columns: Columns, now: Row[], before: Row[]): Row[] {
  const olds = oldRows(columns, now, before);
  return now.map((row, index) => {
    const old: Row = olds.get(index) ?? {};
    return { ...row, ...Object.fromEntries(columns.written.filter((key) => old[key] !== undefined).map((key) => [key, old[key]])) };
  });
}

/** As the server finds them: first what is the same in all, then what only has more than was given. */
function oldRows({ knownBy: by }: Columns, now: Row[], before: Row[]): Map<number, Row> {
  const left = new Set(before);
  const olds = new Map<number, Row>();
  const find = (knownOf: (row: Row) => string[]): void => now.forEach((row, index) => {
    if (olds.has(index)) return;
    const known = knownOf(row);
    const isSame = (other: Row | undefined): boolean => other !== undefined && left.has(other) && known.every((key) => isAlike(other[key], row[key]));
    const old = [before[index], ...(known.length > 0 ? left : [])].find(isSame);
    if (!old) return;
    olds.set(index, old);
    left.delete(old);
  });
  find(() => by(() => true));
  find((row) => by((key) => !isEmpty(row[key])));
  return olds;
}

const isAlike = (one: unknown, other: unknown): boolean => (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
