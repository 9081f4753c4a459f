import { isDeepStrictEqual } from 'node:util';
import { CASE_TABLE } from './case-table.js';
import { childrenOf, GRID_TYPES, topFields, type FormComponent } from './form-definition.js';
import { isEmpty } from './validation/empty.js';
import { isProtected, type Row } from './validation/protected-values.js';

/** Whether the rows of a grid are the server's: nobody adds or takes away any. */
export const hasGivenRows = (component: FormComponent, given: unknown): boolean =>
  GRID_TYPES.has(component.type) && (component.type === CASE_TABLE || (component['disableAddingRemovingRows'] === true && Array.isArray(given)));

/** The rows as they are given now, each with what a person wrote in it before. A row that is given no longer has no place for what was written in it. */
export function resumedRows(grid: FormComponent, given: readonly Row[], kept: readonly Row[]): Row[] {
  const fields = topFields(childrenOf(grid));
  const written = fields.filter((field) => !isProtected(field));
  const olds = oldRows(fields, given, kept);
  return given.map((row, index) => {
    const old: Row = olds.get(index) ?? {};
    return { ...row, ...Object.fromEntries(written.flatMap(({ key }) => (old[key] === undefined ? [] : [[key, old[key]]]))) };
  });
}

/** What was kept of each row, by its place among those given. First what is the same in all; then what only has more than was given: a form writes the defaults of its fields into what it keeps. */
function oldRows(fields: readonly FormComponent[], given: readonly Row[], kept: readonly Row[]): ReadonlyMap<number, Row> {
  const left = new Set(kept);
  const olds = new Map<number, Row>();
  const find = (knownOf: (row: Row) => readonly FormComponent[]): void => given.forEach((row, index) => {
    if (olds.has(index)) return;
    const known = knownOf(row);
    const isSame = (other: Row | undefined): other is Row => other !== undefined && left.has(other) && known.every(({ key }) => isAlike(other[key], row[key]));
    // By its place alone where there is nothing to know it by.
    const old = [kept[index], ...(known.length > 0 ? left : [])].find(isSame);
    if (!old) return;
    olds.set(index, old);
    left.delete(old);
  });
  find(() => knownBy(fields));
  find((row) => knownBy(fields.filter(({ key }) => !isEmpty(row[key]))));
  return olds;
}

/** By what a row is known again: what nobody sees of it is its identity; where all is seen, all that nobody may change. */
function knownBy(fields: readonly FormComponent[]): readonly FormComponent[] {
  const hidden = fields.filter((field) => field['hidden'] === true);
  return hidden.length > 0 ? hidden : fields.filter(isProtected);
}

const isAlike = (one: unknown, other: unknown): boolean => (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other);
