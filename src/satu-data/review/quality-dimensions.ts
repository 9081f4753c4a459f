import type { Text } from 'tertib';

/** The dimensions of quality that BPS judges data by, in its order; `part` is how the fields of the form `kelayakan` call each: `mutuAkurasi`, `catatanAkurasi`, `faktaAkurasi`. */
export const DIMENSIONS = {
  relevance: { name: { id: 'Relevansi', en: 'Relevance' }, part: 'Relevansi' },
  accuracy: { name: { id: 'Akurasi', en: 'Accuracy' }, part: 'Akurasi' },
  timeliness: { name: { id: 'Aktualitas dan ketepatan waktu', en: 'Timeliness and punctuality' }, part: 'Aktualitas' },
  accessibility: { name: { id: 'Aksesibilitas', en: 'Accessibility' }, part: 'Aksesibilitas' },
  comparability: { name: { id: 'Keterbandingan', en: 'Comparability' }, part: 'Keterbandingan' },
  consistency: { name: { id: 'Konsistensi', en: 'Consistency' }, part: 'Konsistensi' },
} as const satisfies Record<string, { readonly name: Text; readonly part: string }>;

export type Dimension = keyof typeof DIMENSIONS;
export const DIMENSION_KEYS = Object.keys(DIMENSIONS) as Dimension[];

/** The scale, best first. */
export const RATINGS = { baik: { id: 'Baik', en: 'Good' }, cukup: { id: 'Cukup', en: 'Fair' }, kurang: { id: 'Kurang', en: 'Poor' } } as const satisfies Record<string, Text>;
export type Rating = keyof typeof RATINGS;
export const isRating = (value: unknown): value is Rating => typeof value === 'string' && value in RATINGS;
