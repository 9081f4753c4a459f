import type { Text } from 'tertib';

/** While what is going on a field may be written: the list is drawn up, it is being checked, its data are public. */
export type Stage = 'listing' | 'checking' | 'published';

/** A field of a row of the data list: its column in the grid and in the workbook, and what it may hold. */
export interface ListField {
  readonly key: string;
  readonly label: Text;
  readonly kind: 'text' | 'long' | 'choice' | 'producer' | 'link';
  readonly stage: Stage;
  readonly required?: boolean;
  readonly min?: number;
  readonly max: number;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
}

const choice = (value: string, id: string, en: string) => ({ value, label: { id, en } });
const text = (key: string, id: string, en: string, max: number, more: Partial<ListField> = {}): ListField => ({ key, label: { id, en }, kind: 'text', stage: 'listing', max, ...more });
const must = { required: true } as const;

/** In the order of the official list. */
export const LIST_FIELDS: readonly ListField[] = [
  text('idDdd', 'ID DDD', 'DDD ID', 60),
  text('idDdp', 'ID DDP', 'DDP ID', 60),
  text('sumberRujukan', 'Sumber rujukan', 'Reference source', 150),
  text('kodeIndikator', 'Kode indikator', 'Indicator code', 60),
  text('namaIndikator', 'Nama indikator rujukan', 'Reference indicator', 200),
  text('nama', 'Nama data', 'Data name', 200, { ...must, min: 3 }),
  text('jenis', 'Jenis data', 'Kind of data', 20, { ...must, kind: 'choice', options: [choice('statistik', 'Statistik', 'Statistics'), choice('geospasial', 'Geospasial', 'Geospatial'), choice('keuangan', 'Keuangan', 'Finance')] }),
  text('bentuk', 'Indikator atau variabel', 'Indicator or variable', 20, { ...must, kind: 'choice', options: [choice('variabel', 'Variabel', 'Variable'), choice('indikator', 'Indikator', 'Indicator')] }),
  text('kodeStandar', 'Kode standar data', 'Data standard code', 60),
  text('produsen', 'Produsen data', 'Producer', 64, { ...must, kind: 'producer' }),
  text('kelasRisiko', 'Kelas risiko', 'Risk class', 20, { ...must, kind: 'choice', options: [choice('terbuka', 'Terbuka', 'Open'), choice('terbatas', 'Terbatas', 'Restricted'), choice('tertutup', 'Tertutup', 'Closed')] }),
  text('definisi', 'Definisi', 'Definition', 2000, { ...must, kind: 'long' }),
  text('satuan', 'Satuan', 'Unit', 60, must),
  text('klasifikasi', 'Klasifikasi penyajian', 'Presentation classification', 150),
  text('jadwal', 'Jadwal pemutakhiran', 'Update schedule', 100),
  text('metode', 'Metode pengumpulan', 'Collection method', 150),
  text('periodeData', 'Periode data', 'Data period', 60),
  text('penanggungJawab', 'Penanggung jawab', 'Person in charge', 150),
  text('kodeMetadata', 'Kode metadata', 'Metadata code', 60, { stage: 'checking' }),
  text('tautanPortal', 'Tautan portal daerah', 'Local portal link', 500, { kind: 'link', stage: 'published' }),
  text('tautanNasional', 'Tautan portal nasional', 'National portal link', 500, { kind: 'link', stage: 'published' }),
];

/** What describes a row's table; edited beside the grid, not in it. */
export const TABLE_FIELDS = ['tandaDesimal', 'variabel', 'aturanJumlah', 'aturanSendiri', 'aturanBawaan', 'kolomWilayah', 'wilayahDiharapkan', 'kolomPeriode', 'indikatorTurunan'] as const;
export const TABLE_LABEL: Text = { id: 'Kolom tabel dan pemeriksaan', en: 'Table columns and checks' };

const BY_KEY = new Map(LIST_FIELDS.map((one) => [one.key, one]));
export const listField = (key: string): ListField | undefined => BY_KEY.get(key);

/** What a choice is called; any other value as it is. */
export const choiceLabel = (key: string, value: string, language: keyof Text): string => listField(key)?.options?.find((one) => one.value === value)?.label[language] ?? value;
export const isTableField = (key: string): boolean => (TABLE_FIELDS as readonly string[]).includes(key);
export const labelOf = (key: string): Text => BY_KEY.get(key)?.label ?? TABLE_LABEL;

/** How many rows a list may have: a thousand producers with fifty each, and some room. */
export const MOST_ROWS = 60_000;
/** How many may be changed or added at once. */
export const MOST_AT_ONCE = 5_000;

/** What a row holds, by field; text, and what describes its table. */
export type RowValues = Readonly<Record<string, unknown>>;
export const BLANK: RowValues = { jenis: 'statistik', bentuk: 'variabel', kelasRisiko: 'terbuka', idDdp: '-', tandaDesimal: 'koma', variabel: [], indikatorTurunan: [] };

/** The lines of a field that has some, such as its columns. */
export const linesIn = (values: RowValues, key: string): readonly RowValues[] => (Array.isArray(values[key]) ? (values[key] as RowValues[]) : []);

/** A field's text; blank where there is none. */
export const textOf = (values: RowValues, key: string): string => (typeof values[key] === 'string' ? (values[key] as string) : '');
