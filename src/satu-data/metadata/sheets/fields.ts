import type { Field, Option } from './sheet.js';

type More = Partial<Pick<Field, 'asked' | 'optional' | 'hint' | 'of' | 'earlier'>>;
type Make = (no: string, key: string, id: string, en: string, more?: More) => Field;

const make = (type: Field['type']): Make => (no, key, id, en, more = {}) => ({ no, key, type, label: { id, en }, ...more });
export const line = make('line');
export const long = make('long');
export const number = make('number');
export const day = make('day');
export const yes = make('yes');
export const list = make('list');

const withOptions = (type: Field['type']) => (no: string, key: string, id: string, en: string, options: readonly Option[], more: More = {}): Field => ({ no, key, type, label: { id, en }, options, ...more });
export const one = withOptions('one');
/** Values are powers of two: what is ticked is kept as their sum. */
export const several = withOptions('several');
export const rows = (no: string, key: string, id: string, en: string, columns: readonly Field[], more: More = {}): Field => ({ no, key, type: 'rows', label: { id, en }, columns, ...more });

const CODE_HINT = { id: 'Kode metadata yang sudah tercatat; isian lain di baris ini lalu diambil dari sana. Boleh kosong.', en: 'Code of metadata that is recorded already; the other fields of this row are then taken from there. May stay blank.' };
/** The code of a record, from which others of the same place are filled in. */
export const code = (key: string, of: NonNullable<Field['of']>, id = 'Kode metadata', en = 'Metadata code'): Field => line('', key, id, en, { optional: true, of, hint: CODE_HINT });

/** What "other" is, of several answers. */
export const other = (to: Field, is: number): Field => line('', `${to.key}Lain`, `${to.label.id}: lainnya, sebutkan`, `${to.label.en}: other, which`, { asked: { field: to.key, is } });

/** Who answers: on several sheets, with the same codes. */
export const UNITS: readonly Option[] = [['1', 'Individu', 'Person'], ['2', 'Rumah tangga', 'Household'], ['4', 'Usaha/perusahaan', 'Business'], ['8', 'Lainnya', 'Other']];
/** For which regions figures are given. */
export const LEVELS: readonly Option[] = [['1', 'Nasional', 'National'], ['2', 'Provinsi', 'Province'], ['4', 'Kabupaten/kota', 'Regency or city'], ['8', 'Kecamatan', 'District'], ['16', 'Lainnya', 'Other']];
