import type { RowValues } from './list-fields.js';

type Entry = Readonly<Record<string, unknown>>;

/** What MS-Ind says of an indicator. */
const SAID = ['indikator', 'judulIndikator', 'satuanIndikator', 'rumus', 'pembilang', 'penyebut', 'faktor', 'desimal'] as const;
const entriesOf = (values: RowValues): Entry[] => (Array.isArray(values['indikatorTurunan']) ? (values['indikatorTurunan'] as unknown[]) : []).filter((one): one is Entry => typeof one === 'object' && one !== null);

/** An indicator of MS-Ind is as that says, whatever somebody has written over it; only who says that it is of none writes it himself, and nobody but MS-Ind says that it is of one. */
export function withMetadataFormulas(values: RowValues, before: RowValues): RowValues {
  if (!Array.isArray(values['indikatorTurunan'])) return values;
  const known = new Map(entriesOf(before).flatMap((one) => (one['kodeMetadata'] ? [[one['kodeMetadata'], one] as const] : [])));
  const indikatorTurunan = entriesOf(values).map((one) => {
    const code = one['kodeMetadata'];
    if (!code) return one;
    const said = known.get(code);
    return said ? { ...one, ...Object.fromEntries(SAID.map((key) => [key, said[key]])) } : { ...one, kodeMetadata: '' };
  });
  return { ...values, indikatorTurunan };
}
