import type { Language } from 'tertib';

/** One value to be drawn; a missing one is drawn as missing. */
export interface Point {
  readonly label: string;
  readonly value: string | null;
  /** It is of a part only. */
  readonly incomplete: boolean;
}

export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  readonly language: Language;
}

export const CHART_WORDS = {
  id: { missing: 'tidak ada data', incomplete: '* tidak lengkap: ada nilai atau baris yang tidak ada', more: (count: number) => `${count} baris lain ada pada tabel`, equal: 'Kelas: rentang sama lebar', quantile: 'Kelas: kuantil, banyaknya wilayah kira-kira sama', outside: 'Tanpa batas wilayah', source: 'Sumber batas wilayah' },
  en: { missing: 'no data', incomplete: '* incomplete: some values or rows are missing', more: (count: number) => `${count} further rows are in the table`, equal: 'Classes: equal intervals', quantile: 'Classes: quantiles, about as many regions in each', outside: 'Without a boundary', source: 'Source of the boundaries' },
} as const;
export const WIDTH = 640;
export const BLUE = '#0054a6';
