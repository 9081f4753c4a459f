import { decimal, isDecimal, sum } from '../analysis/decimal.js';
import type { Variable } from '../datasets/dataset.types.js';
import { offOf } from './compare.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';
import { addedUp, layeredKeys, namedWhole, sameBeside, wholesOf, type Whole } from './wholes.js';

interface Held {
  readonly index: number;
  readonly whole: Whole;
  readonly stated: string;
  readonly made: string;
}

/** The row of a whole against the rows of its parts, give or take the tolerance: said of each measure that adds up, where all of them are there and sound. */
export function checkWholes(sheet: Sheet): void {
  const { level, tolerance } = sheet.settings.whole;
  if (level === 'OFF') return;
  const judged = new Map(addedUp(sheet.dataset).map(({ name }) => [name, 0]));
  for (const { name } of layeredKeys(sheet.dataset.variables).filter((one) => sheet.has(one.name))) {
    const codes = sheet.context.codes.get(name);
    if (!codes) continue;
    const places = placesOf(sheet, name);
    const wholes = new Map(wholesOf(sheet.dataset, name, codes, new Set(sheet.rows.flatMap((_, index) => sheet.sound(index, name) ?? []))).map((whole) => [whole.code, whole]));
    for (const measure of addedUp(sheet.dataset)) {
      const all = held(sheet, measure, name, wholes, places);
      judged.set(measure.name, (judged.get(measure.name) ?? 0) + all.length);
      for (const { index, whole, stated, made } of all) {
        if (decimal(made).minus(stated).abs().lte(offOf(tolerance, stated))) continue;
        sheet.atCell('whole', level, index, measure.name, SENTENCES.whole(measure.title, namedWhole(whole, codes), stated, made, tolerance));
      }
    }
  }
  for (const [column, rows] of judged) sheet.judged.push({ rule: 'whole', column, rows });
}

/** Of each row, where the others are that differ from it in this column alone, by their codes in it. */
function placesOf(sheet: Sheet, column: string): (ReadonlyMap<string, number> | null)[] {
  const beside = sameBeside(sheet.dataset, column).filter((name) => sheet.has(name));
  const groups = new Map<string, Map<string, number>>();
  return sheet.rows.map((_, index) => {
    const [code, values] = [sheet.sound(index, column), beside.map((name) => sheet.sound(index, name))];
    if (code === null || values.includes(null)) return null;
    const id = JSON.stringify(values);
    const group = groups.get(id) ?? new Map<string, number>();
    groups.set(id, group.set(code, index));
    return group;
  });
}

/** Rows of wholes whose parts are all there, and what these make. */
function held(sheet: Sheet, { name }: Variable, column: string, wholes: ReadonlyMap<string, Whole>, places: readonly (ReadonlyMap<string, number> | null)[]): Held[] {
  return sheet.rows.flatMap((_, index): Held[] => {
    const [whole, stated, group] = [wholes.get(sheet.sound(index, column) ?? ''), sheet.sound(index, name), places[index]];
    if (!whole || !group || !isDecimal(stated)) return [];
    const values = whole.parts.map((part) => { const at = group.get(part); return at === undefined ? null : sheet.sound(at, name); });
    const made = sum(values.map((value) => value ?? undefined));
    return made === null || !values.every(isDecimal) ? [] : [{ index, whole, stated, made }];
  });
}
