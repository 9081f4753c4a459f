import type { Row } from '../analysis/analyse.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import type { Bounds } from './recompute.js';
import { onlyProtecting } from './unpublished.js';

/** What the two sides of a row are apart: `right` (columns, and a number) less `left` lies within `apart`. */
export interface Between {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly more: string;
  readonly apart: Bounds;
}

const ENDLESS = Number.POSITIVE_INFINITY;

/** How far right may be from left where the sides may be off by so much. */
const APART: Readonly<Partial<Record<CompareRule['comparison'], (off: number) => Bounds>>> = {
  '≤': (off) => ({ least: -off, most: ENDLESS }), '<': (off) => ({ least: -off, most: ENDLESS }),
  '≥': (off) => ({ least: -ENDLESS, most: off }), '>': (off) => ({ least: -ENDLESS, most: off }),
  '=': (off) => ({ least: -off, most: off }),
};

/** Own rules that bound the columns of a row, where its numbers are as they say: a rule that is only warned of may not hold, and then tells nothing. */
export function inequalitiesIn(rules: readonly Rule[], variables: readonly Variable[]): (row: Row) => Between[] {
  const secret = onlyProtecting(variables);
  const integers = new Set(variables.flatMap(({ name, type }) => (type === 'integer' ? [name] : [])));
  const compared = rules.filter((rule) => rule.kind === 'compare' && rule.comparison !== '≠') as CompareRule[];
  return (row) => compared.flatMap((rule) => {
    const { left, right: side, comparison, tolerance } = rule;
    const [right, more] = 'number' in side ? [[], side.number] : [side, '0'];
    const columns = [...left, ...right];
    // What is missing is compared with nothing; what is never published bounds nothing.
    if (!columns.every((column) => isDecimal(row[column]) && !secret.has(column)) || !isDecimal(more)) return [];
    const sum = (names: readonly string[]) => names.reduce((total, name) => total.plus(row[name] as string), decimal(0));
    const whole = sum(right).plus(more);
    const off = !tolerance || !isDecimal(tolerance.by) ? 0 : tolerance.in === 'unit' ? Number(tolerance.by) : whole.abs().times(tolerance.by).div(100).toNumber();
    const isWhole = columns.every((column) => integers.has(column)) && decimal(more).mod(1).eq(0);
    const apart = isWhole ? inWholes(APART[comparison]?.(off), comparison) : APART[comparison]?.(off);
    const is = whole.minus(sum(left)).toNumber();
    return apart && apart.least <= is && is <= apart.most ? [{ left, right, more, apart }] : [];
  });
}

/** Whole numbers are apart by whole numbers, and by one at least where they may not be the same. */
function inWholes(apart: Bounds | undefined, comparison: CompareRule['comparison']): Bounds | undefined {
  if (!apart) return undefined;
  if (comparison === '<') return { least: Math.floor(apart.least) + 1, most: apart.most };
  if (comparison === '>') return { least: apart.least, most: Math.ceil(apart.most) - 1 };
  return { least: Math.ceil(apart.least), most: Math.floor(apart.most) };
}

/** What everybody knows of a hidden cell, narrowed by the bounds of its column where its value keeps them: outside them it may be a mistake, or a total. */
export function withinColumn({ least, most }: Bounds, value: string | undefined, { type, min, max }: Pick<Variable, 'type' | 'min' | 'max'>): Bounds {
  if (!isDecimal(value)) return { least, most };
  const isInteger = type === 'integer';
  const [from, to] = [isDecimal(min) && decimal(min).lte(value) ? Number(min) : least, isDecimal(max) && decimal(max).gte(value) ? Number(max) : most];
  return { least: Math.max(least, isInteger ? Math.ceil(from) : from), most: Math.min(most, isInteger ? Math.floor(to) : to) };
}
