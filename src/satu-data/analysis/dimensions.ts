import { schemeOf } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { isTimeKey, widestTime } from './time-keys.js';

export type DimensionRole = 'region' | 'period' | 'other';

/** What names a row: a column of the key, by what it stands for (SDMX: a dimension). */
export interface Dimension {
  readonly name: string;
  readonly title: string;
  readonly role: DimensionRole;
  /** Of regions: whose codes they are. */
  readonly scheme?: string | null;
  /** Whether it says when, beside the period: the month of a year. Nothing is added up over it. */
  readonly isTime?: true;
}

/** The dimension of a table that has no period of its own: then each table is its collection period's. */
export const COLLECTED: Dimension = { name: 'periode_pengumpulan', title: 'Periode pengumpulan', role: 'period' };

/** The key columns of a data set. There is always one of time, so that nothing is added up over years unseen. */
export function dimensionsOf({ variables, rules }: Pick<DatasetEntity, 'variables' | 'rules'>): Dimension[] {
  const keys = variables.filter(({ key }) => key);
  const period = periodOf(keys, rules);
  const dimensions = keys.map((key): Dimension => {
    const { name, title, type, list } = key;
    if (name === period) return { name, title, role: 'period' };
    return type === 'region' ? { name, title, role: 'region', scheme: schemeOf({ type, list }) } : { name, title, role: 'other', ...(isTimeKey(key) && { isTime: true }) };
  });
  return period ? dimensions : [...dimensions, COLLECTED];
}

/** As the list's grid says; otherwise a date, or what is called a year, or a shorter time. */
function periodOf(keys: readonly Variable[], rules: DatasetEntity['rules']): string | undefined {
  const named = rules.flatMap((rule) => (rule.kind === 'grid' && rule.period ? [rule.period] : []));
  return (keys.find(({ name }) => named.includes(name)) ?? keys.find(({ type }) => type === 'date') ?? widestTime(keys) ?? keys.find(({ name }) => /tahun|periode|bulan|triwulan/.test(name)))?.name;
}
