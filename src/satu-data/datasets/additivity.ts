import type { Variable } from './dataset.types.js';

/** What a column says of itself that tells whether its values may be added up. */
export interface Counted extends Pick<Variable, 'name' | 'title' | 'type'> {
  readonly unit?: Variable['unit'] | undefined;
  readonly additivity?: Variable['additivity'] | undefined;
  readonly protection?: Variable['protection'] | undefined;
}

/** As in SDMX and Kimball: `sum` adds up over everything but time, `flow` over time as well; of an average or a share the whole has its own. `unknown` where nobody said, and nothing tells. */
export type Additivity = 'sum' | 'flow' | 'average' | 'none' | 'unknown';

/** Counted one by one: with decimals it is an average of them. */
const COUNTS = /^(?:(?:ribu|juta) )?(?:orang|jiwa|penduduk|rumah tangga|keluarga|kk|unit|buah|ekor|kasus|desa|kelurahan|kecamatan|desa atau kelurahan|pohon|batang|lembar|butir|paket|dokumen|perusahaan|usaha|sekolah|kelas|kelompok|kapal|kendaraan|persons?|people|inhabitants?|households?|famil(?:y|ies)|units?|pieces?|cases?|villages?)$/;
/** Measured: decimals are parts of them. */
const MEASURES = /^(?:(?:ribu|juta|miliar|milyar|triliun) )?(?:rupiah|rp\.?|idr|ha|hektare?|km2|m2|km persegi|m persegi|kilometer persegi|meter persegi|m3|meter kubik|liter|ton|kuintal|kw|kg|kilogram|km|kilometer|kwh|mwh|hectares?|tonnes?|litres?)$/;
/** What is called so is of a kind of which the whole is no sum, in whatever it is counted. */
const RATES = /\b(?:persen|persentase|percent(?:age)?|permil|indeks|index|rasio|ratio|rerata|rata rata|average|mean|median|modus|laju|kepadatan|density|proporsi|pangsa|share|harga|price|tarif|upah|wage|pertumbuhan|growth)\b/;
/** Penduduk per kecamatan is a count; pengeluaran per kapita is none. */
const PER = /\bper (?!jenis|kelompok|kategori|golongan|wilayah|provinsi|kabupaten|kota|kecamatan|kelurahan|desa|tahun|triwulan|bulan|hari)/;
const RATE_UNITS = /%|\/|\bper\b/;

const ADDED_UP: ReadonlySet<Additivity> = new Set(['sum', 'flow']);

const plain = (text: string): string => text.toLowerCase().replaceAll('²', '2').replaceAll('³', '3').replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
/** Without what explains it: `Kilometer persegi (km²)`. */
const bare = (unit: string): string => unit.replace(/ ?\(.*\)$/, '');
const isRate = (unit: string): boolean => RATE_UNITS.test(unit) || RATES.test(unit);

/** As it was said; otherwise as its unit, type and name tell, and no further. */
export function additivityOf({ name, title, type, unit, additivity, protection }: Counted): Additivity {
  if (type !== 'integer' && type !== 'number') return 'none';
  if (additivity) return additivity;
  const [called, counted] = [plain(`${name} ${title}`), plain(unit ?? '')];
  if (RATES.test(called) || PER.test(called) || isRate(counted)) return 'none';
  if (COUNTS.test(bare(counted)) || (!unit && countsContributors({ protection }))) return type === 'integer' ? 'sum' : 'unknown';
  return MEASURES.test(bare(counted)) ? 'sum' : 'unknown';
}

/** Said of it in the data list: that it counts persons or businesses. */
const countsContributors = ({ protection }: Pick<Counted, 'protection'>): boolean => Boolean(protection) && protection?.contributors === undefined;

/**
 * Whether the values of a column may be added up over regions and categories; for time see {@link addsOverTime}. What is not known is not added up.
 *
 * @example
 * isAdditive({ name: 'penduduk', title: 'Penduduk', type: 'integer', unit: 'jiwa' }); // true
 * isAdditive({ name: 'ipm', title: 'IPM', type: 'number', unit: 'indeks' }); // false
 */
export const isAdditive = (column: Counted): boolean => ADDED_UP.has(additivityOf(column));

/** Whether its months make up its year, as births do and inhabitants do not: nothing but somebody's word tells. */
export const addsOverTime = ({ additivity }: Pick<Counted, 'additivity'>): boolean => additivity === 'flow';

/** Whether a reader might take a whole for the sum of its parts. Whoever hides cells must assume it, unless somebody said otherwise or the unit is that of a rate. */
export const mayAddUp = ({ additivity, unit }: Pick<Counted, 'additivity' | 'unit'>): boolean => (additivity ? ADDED_UP.has(additivity) : !isRate(plain(unit ?? '')));

/** Whether a reader might take a longer time for the sum of its parts: a flow, and what nobody said anything of. What adds up over everything but time does not. */
export const mayAddUpOverTime = (column: Pick<Counted, 'additivity' | 'unit'>): boolean => mayAddUp(column) && column.additivity !== 'sum';
