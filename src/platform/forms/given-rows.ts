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
  const known = knownBy(fields);
  const written = fields.filter((field) => !isProtected(field));
  const left = new Set(kept);
  return given.map((row, index) => {
    const isSame = (other: Row | undefined): other is Row => other !== undefined && left.has(other) && known.every(({ key }) => isAlike(other[key], row[key]));
    const old = isSame(kept[index]) ? kept[index] : [...left].find(isSame);
    if (!old) return row;
    left.delete(old);
    return { ...row, ...Object.fromEntries(written.flatMap(({ key }) => (old[key] === undefined ? [] : [[key, old[key]]]))) };
  });
}

/** By what a row is known again: what nobody sees of it is its identity; where all is seen, all that nobody may change. */
function knownBy(fields: readonly FormComponent[]): readonly FormComponent[] {
  const hidden = fields.filter((field) => field['hidden'] === true);
  return hidden.length > 0 ? hidden : fields.filter(isProtected);
}

const isAlike = (one: unknown, other: unknown): boolean => (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other);
