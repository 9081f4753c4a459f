import type { Row } from '../analysis/analyse.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import { schemeOf } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { onlyProtecting } from '../disclosure/unpublished.js';
import type { HiddenCell } from '../disclosure/protect.js';
import type { PublicationEntity } from './publication.entity.js';

type Described = Pick<DatasetEntity, 'variables'>;
type Page = Pick<PublicationEntity, 'columns' | 'rows'>;

/** A column of this data set, and one of another that is called the same. */
export interface SamePair {
  readonly own: Variable;
  readonly other: Variable;
}

const called = (text: string | null | undefined): string => (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** By regions of the same list, whatever their columns are called; other keys by their titles. */
const isSameKey = (one: Variable, other: Variable): boolean => (one.type === 'region' || other.type === 'region' ? one.type === other.type && schemeOf(one) === schemeOf(other) : called(one.title) === called(other.title));

/** Columns of numbers of two data sets that have the same title and unit, and of which one is protected: by the same regions, they may be the same numbers. */
export function samePairs(dataset: Described, { variables }: Described): SamePair[] {
  const regions = dataset.variables.filter(({ key, type }) => key && type === 'region');
  if (!variables.some((other) => other.key && regions.some((one) => isSameKey(one, other)))) return [];
  const measures = (all: readonly Variable[]): Variable[] => { const secret = onlyProtecting(all); return all.filter(({ name, key, type }) => !key && isNumeric(type) && !secret.has(name)); };
  return measures(dataset.variables).flatMap((own) => measures(variables)
    .filter((other) => (own.protection || other.protection) && called(own.title) === called(other.title) && called(own.unit) === called(other.unit))
    .map((other) => ({ own, other })));
}

/** Fewer rows may be the same by chance. */
const FEWEST_ROWS = 2;

/**
 * Hidden cells that another page shows: where its rows have the same keys, and the column the same number in all rows that both have. A title such as
 * *Jumlah* is of many columns, and of small numbers some are always the same.
 */
export function shownElsewhere({ variables }: Described, rows: readonly Row[], hidden: readonly HiddenCell[], pairs: readonly SamePair[], page: Page): HiddenCell[] {
  const keys = variables.filter(({ key }) => key);
  const theirs = page.columns.filter(({ key }) => key);
  const paired = keys.map((one) => theirs.find((other) => isSameKey(one, other as Variable))?.name);
  if (keys.length !== theirs.length || new Set(paired).size < keys.length || paired.includes(undefined)) return [];
  const at = new Map(page.rows.map((row) => [JSON.stringify(paired.map((name) => row[name as string] ?? null)), row]));
  const there = rows.map((row) => at.get(JSON.stringify(keys.map(({ name }) => row[name] ?? null))));
  return pairs.flatMap(({ own, other }) => {
    const both = rows.flatMap((row, index) => { const [mine, their] = [row[own.name], there[index]?.[other.name]]; return isDecimal(mine) && isDecimal(their) ? [{ index, isSame: decimal(mine).eq(decimal(their)) }] : []; });
    if (both.length < FEWEST_ROWS || both.some(({ isSame }) => !isSame)) return [];
    const shown = new Set(both.map(({ index }) => index));
    return hidden.filter(({ row, column, why }) => why !== 'derived' && column === own.name && shown.has(row));
  });
}
