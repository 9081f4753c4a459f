import type { Language, Text } from 'tertib';
import type { Uneven } from './coverage.js';
import type { Cube, Where } from './cube.js';
import { formatDecimal } from '../portal/number-format.js';
import { isIncomplete, type Figure, type Reason } from './figure.js';
import type { Figures } from './figures.js';
import { MEASURED, OPERATIONS, type Query } from './query.js';
import { isCompared, sinceWords } from './since-words.js';

/** Why there is no value, as an official would say it. */
export const REASONS: Readonly<Record<Reason, Text>> = {
  empty: { id: 'Nilainya kosong pada data yang diterima.', en: 'The value is empty in the data that were accepted.' },
  division: { id: 'Tidak dapat dihitung: pembaginya nol.', en: 'It cannot be computed: the divisor is zero.' },
  'no-period-before': { id: 'Tidak ada periode sebelumnya untuk dibandingkan.', en: 'There is no earlier period to compare with.' },
  'zero-before': { id: 'Nilai periode sebelumnya nol, sehingga pertumbuhan tidak dapat dihitung.', en: 'The value of the period before is zero, so that growth cannot be computed.' },
  incomplete: { id: 'Tidak dihitung: sebagian datanya kosong atau tidak ada, sehingga hasilnya akan menyesatkan.', en: 'Not computed: some of its data are missing, so that the result would mislead.' },
  coverage: { id: 'Tidak dibandingkan: cakupannya berbeda dengan periode sebelumnya.', en: 'Not compared: it does not cover the same as the period before.' },
  other: { id: 'Tidak dihitung: dataset lain yang dipakai rumusnya belum ada, tidak lengkap, atau tidak dapat disandingkan.', en: 'Not computed: another data set that its formula uses is not there yet, is incomplete, or cannot stand beside this one.' },
  'unit-changed': { id: 'Tidak disandingkan: satuan kolom ini berbeda pada data periode sebelumnya.', en: 'Not held against each other: the unit of this column is another in the data of the period before.' },
  'type-changed': { id: 'Tidak disandingkan: jenis isi kolom ini berbeda pada data periode sebelumnya.', en: 'Not held against each other: this column is of another type in the data of the period before.' },
  'column-new': { id: 'Tidak disandingkan: kolom ini belum ada, atau bernama lain, pada data periode sebelumnya.', en: 'Not held against each other: the data of the period before do not have this column, or it has another name there.' },
  'not-additive': { id: 'Tidak dijumlahkan: nilainya persen, indeks, atau rata-rata, atau satuannya tidak dikenal.', en: 'Not added up: its values are percentages, indices or averages, or its unit is not known.' },
  'of-part': { id: 'Yang ada hanya nilai sebagian. Persen, indeks, atau rata-rata sebagian bukan nilai seluruhnya.', en: 'There is the value of a part only. A percentage, an index or an average of a part is not that of the whole.' },
  'not-of-sums': { id: 'Tidak dihitung untuk gabungan beberapa baris: rumusnya bukan perbandingan, jumlah, atau selisih, sehingga hasilnya atas jumlah bukan gabungan hasil barisnya.', en: 'Not computed of several rows together: its formula is no ratio, sum or difference, so that of sums it comes to something else than what its rows come to.' },
  'over-time': { id: 'Tidak dijumlahkan: barisnya dari beberapa waktu, misalnya beberapa bulan, dan jumlah antarwaktu dapat menghitung hal yang sama berulang kali.', en: 'Not added up: its rows are of several times, such as several months, and a sum over time may count the same things again and again.' },
  overlap: { id: 'Tidak dijumlahkan: sebagian baris mencakup sebagian baris lain, sehingga ada yang akan terhitung dua kali.', en: 'Not added up: some rows cover a part of others, so that something would count twice.' },
};

/** What whoever asks on a page can do about it. */
const REMEDIES: Readonly<Partial<Record<Reason, Text>>> = {
  'not-additive': { id: 'Pilih satu baris.', en: 'Choose a single row.' },
  'over-time': { id: 'Pilih satu waktu, atau nyatakan pada daftar data bahwa kolomnya dapat dijumlahkan antarwaktu.', en: 'Choose one time, or say in the data list that the column adds up over time.' },
};

/** Of a region that is told in part: only the data list can say that there is nothing to count in the others. */
const PART_REMEDY: Text = {
  id: 'Jika wilayah lain memang tidak memiliki data, sebutkan wilayah yang diharapkan pada daftar data.',
  en: 'Where the other regions have nothing to count, name the regions that are expected in the data list.',
};

/** Why there is no value; of another data set, as it was said of the figure that lacks it. */
export function reasonWords({ why, said, from }: Figure): Text | null {
  return why === null ? null : (said ?? (why === 'other' ? from.find((one) => one.said)?.said : undefined) ?? REASONS[why]);
}

/** The same within a line, such as “(tidak dapat dihitung: pembaginya nol)”. */
export function noValueWords(figure: Figure): Text {
  const reason = figure.why === 'empty' ? null : reasonWords(figure);
  if (!reason) return { id: 'tidak ada data', en: 'no data' };
  const within = (said: string): string => `(${said.charAt(0).toLowerCase()}${said.slice(1).replace(/\.$/, '')})`;
  return { id: within(reason.id), en: within(reason.en) };
}

/** Why there is no value, and what to do about it. */
export function whyWords(figures: Figures, figure: Figure): Text | null {
  const { why, uneven, query } = figure;
  const reason = reasonWords(figure);
  if (why === null || reason === null) return null;
  const isOfPart = why === 'incomplete' && figure.from.some(({ part }) => part);
  const remedy = uneven ? (uneven.said ?? unevenWords(figures, uneven, query)) : isOfPart ? PART_REMEDY : REMEDIES[why];
  return remedy ? { id: `${reason.id} ${remedy.id}`, en: `${reason.en} ${remedy.en}` } : reason;
}

const MOST_NAMED = 3;
const LACKS: Readonly<Record<Language, { lacks: (period: string, places: string) => string; more: (count: string) => string; keys: (period: string, titles: string) => string }>> = {
  id: { lacks: (period, places) => `Yang tidak ada pada ${period}: ${places}.`, more: (count) => `dan ${count} lainnya`, keys: (period, titles) => `Pada ${period} tidak ada kolom ${titles} yang dapat dibandingkan.` },
  en: { lacks: (period, places) => `Not there in ${period}: ${places}.`, more: (count) => `and ${count} more`, keys: (period, titles) => `In ${period} there is no column ${titles} that could be compared.` },
};

/** Some of what each of the two periods lacks. */
export function unevenWords(figures: Figures, { now, before, keys, earlier }: Uneven, { where }: Query): Text | null {
  const said = (language: Language): string => ([[earlier, before, keys?.before], [where[figures.period.name] ?? '', now, keys?.now]] as const).flatMap(([period, places, lacking]) => {
    if (lacking) return lacking.length > 0 ? [LACKS[language].keys(period, lacking.map(({ title }) => title).join(', '))] : [];
    // A row that lacks its keys has no name.
    const nameable = places.filter((place) => Object.keys(place).length > 0);
    if (nameable.length === 0) return [];
    const named = nameable.slice(0, MOST_NAMED).map((place) => placeWords(figures, place, language));
    const more = places.length - named.length;
    return [LACKS[language].lacks(period, [...named, ...(more > 0 ? [LACKS[language].more(formatDecimal(String(more), language))] : [])].join('; '))];
  }).join(' ');
  return said('id') ? { id: said('id'), en: said('en') } : null;
}

/** Coordinates in words: codes by what their list calls them, other keys as they are written. */
export const placeWords = ({ cube: { dimensions, places } }: { readonly cube: Pick<Cube, 'dimensions' | 'places'> }, where: Where, language: Language): string =>
  dimensions.flatMap(({ name }) => { const value = where[name]; return value === undefined ? [] : [places.title(name, value, language)]; }).join(', ');

/** What a figure is, such as “Pertumbuhan dari 2023: Jumlah penduduk, Kabupaten Tanjung Jabung Barat, 2024”. */
export function figureTitle(figures: Figures, { column, operation, where }: Query): Text {
  const title = figures.columns.find(({ name }) => name === column)?.title ?? column;
  const since = isCompared(operation) ? sinceWords(figures, where) : null;
  const said = (language: Language): string => {
    const place = [title, placeWords(figures, where, language)].filter(Boolean).join(', ');
    return operation === 'nilai' ? place : `${since ? `${MEASURED[operation as 'selisih'][language]} ${since[language]}` : OPERATIONS[operation][language]}: ${place}`;
  };
  return { id: said('id'), en: said('en') };
}

/** The unit of a figure: of the column, or percent. */
export function unitOf(figures: Figures, { column, operation }: Query): string {
  if (operation === 'pangsa' || operation === 'pertumbuhan') return '%';
  return operation === 'peringkat' ? '' : (figures.columns.find(({ name }) => name === column)?.unit ?? '');
}

/** Of which part of a region it is, such as “baru 2 dari 13 kecamatan”; null where it is of all of it. */
export function partWords({ cube: { places } }: Pick<Figures, 'cube'>, { part }: Pick<Figure, 'part'>, language: Language): string | null {
  if (!part) return null;
  const [has, of] = [part.has, part.of].map((count) => formatDecimal(String(count), language)) as [string, string];
  return MISSING[language].of(has, of, places.levelTitle(part.column, part.level)[language].toLowerCase());
}

/** How much of it is missing; null where it is whole. */
export function incompleteWords(figures: Pick<Figures, 'cube'>, figure: Figure): Text | null {
  if (!isIncomplete(figure) || figure.value === null) return null;
  const counts = [figure.empty.length, figure.absent.length, figure.apart?.length ?? 0, figure.unranked ?? 0];
  const say = (language: Language): string => {
    const { title, lacks } = MISSING[language];
    return `${title}: ${[partWords(figures, figure, language) ?? [], ...counts.flatMap((count, index) => (count > 0 ? [`${formatDecimal(String(count), language)} ${lacks[index]}`] : []))].flat().join(', ')}.`;
  };
  return { id: say('id'), en: say('en') };
}

const MISSING: Readonly<Record<Language, { title: string; lacks: readonly string[]; of: (has: string, of: string, level: string) => string }>> = {
  id: { title: 'Tidak lengkap', lacks: ['nilai kosong', 'baris yang diharapkan tidak ada', 'nilai dataset lain yang tidak ada', 'pembanding yang tidak punya nilai utuh'], of: (has, of, level) => `baru ${has} dari ${of} ${level}` },
  en: { title: 'Incomplete', lacks: ['empty values', 'expected rows are not there', 'values of other data sets that are not there', 'of what it is ranked among without a whole value'], of: (has, of, level) => `only ${has} of ${of} (${level})` },
};
