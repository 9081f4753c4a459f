import type { Text } from 'tertib';
import type { Where } from './cube.js';

/** What may be asked of a column at some coordinates. */
export const OPERATIONS = {
  nilai: { id: 'Nilai', en: 'Value' },
  selisih: { id: 'Selisih dari periode sebelumnya', en: 'Change since the period before' },
  pertumbuhan: { id: 'Pertumbuhan dari periode sebelumnya', en: 'Growth since the period before' },
  pangsa: { id: 'Pangsa terhadap seluruhnya', en: 'Share of the whole' },
  peringkat: { id: 'Peringkat', en: 'Rank' },
} as const satisfies Record<string, Text>;
/** What is measured against an earlier period, where that is named beside it. */
export const MEASURED = { selisih: { id: 'Selisih', en: 'Change' }, pertumbuhan: { id: 'Pertumbuhan', en: 'Growth' } } as const satisfies Record<string, Text>;
export type Operation = keyof typeof OPERATIONS;
export const OPERATION_NAMES = Object.keys(OPERATIONS) as Operation[];

/** A figure by how it is come by: the same query has the same figure, whoever shows it. */
export interface Query {
  readonly column: string;
  readonly operation: Operation;
  readonly where: Where;
}

/** As it stands in an address: `jumlah.pertumbuhan;kode_wilayah=15.06;tahun=2024`. */
export function queryText({ column, operation, where }: Query): string {
  return [`${column}.${operation}`, ...Object.entries(where).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join(';');
}

/** Back; without an operation it is the value. Null where it is no such text; whether there are such columns is not asked here. */
export function readQuery(text: string): Omit<Query, 'operation'> & { readonly operation: string } | null {
  const [head = '', ...rest] = text.trim().split(';');
  const [, column, operation = 'nilai'] = /^(\w+)(?:\.(\w+))?$/.exec(head.trim()) ?? [];
  const pairs = rest.map((part) => /^\s*(\w+)=(.+)$/.exec(part));
  if (column === undefined || pairs.includes(null)) return null;
  try {
    return { column, operation, where: Object.fromEntries(pairs.map((pair) => [pair?.[1] as string, decodeURIComponent(pair?.[2] as string).trim()])) };
  } catch {
    return null;
  }
}
