import { patternWords } from '../../datasets/pattern-words.js';
import type { Field, Content, Sheet } from '../sheets/sheet.js';
import { fieldsOf } from '../sheets/sheet.js';
import { MS_IND } from '../sheets/ms-ind.sheet.js';
import { MS_VAR } from '../sheets/ms-var.sheet.js';
import { inWords, marked, written } from './written.js';

/** A cell, line by line. */
type Cell = (content: Content) => readonly string[];

const fieldIn = (sheet: Sheet, key: string): Field => {
  const field = fieldsOf(sheet).find((one) => one.key === key);
  if (!field) throw new Error(`The sheet has no field "${key}"`);
  return field;
};
const said = (key: string): Cell => (content) => written(content[key]).split('\n');
const coded = (sheet: Sheet, key: string): Cell => (content) => [marked(fieldIn(sheet, key), content[key]).kotak];
const worded = (sheet: Sheet, key: string): Cell => (content) => inWords(fieldIn(sheet, key), content[key]);
const rowsOf = (content: Content, key: string): readonly Content[] => (Array.isArray(content[key]) ? (content[key] as Content[]) : []);
const listed = (list: string, key: string): Cell => (content) => rowsOf(content, list).map((row) => written(row[key]));

const typed: Cell = (content) => {
  const unit = written(content['satuan']);
  return [...worded(MS_VAR, 'tipeData')(content), ...(unit ? [`Satuan: ${unit}`] : [])];
};
const classified: Cell = (content) => [written(content['daftarKode']), ...rowsOf(content, 'klasifikasiIsian').map(({ kode, arti }) => `${written(kode)}${arti ? ` = ${written(arti)}` : ''}`)].filter(Boolean);
const LIMITS = [['min', 'Nilai terkecil'], ['maks', 'Nilai terbesar'], ['panjangMin', 'Panjang terkecil'], ['panjangMaks', 'Panjang terbesar']] as const;
/** What a text is made of, by the choice or by the pattern, in words. */
const formOf: Cell = (content) => [...(content['isiTeks'] ? [`Isi teks: ${worded(MS_VAR, 'isiTeks')(content).join('')}`] : []), ...(content['pola'] ? [`Pola: ${patternWords(written(content['pola'])).id}`] : [])];
const ruled: Cell = (content) => [...(typeof content['wajib'] === 'boolean' ? [content['wajib'] ? 'Wajib diisi' : 'Boleh kosong'] : []), ...LIMITS.filter(([key]) => written(content[key])).map(([key, name]) => `${name}: ${written(content[key])}`), ...formOf(content)];

/** Columns (2) to (12) of the printed form MS-Var; (1) is the number of the row. */
const VARIABLE: readonly Cell[] = [said('nama'), said('alias'), said('konsep'), said('definisi'), said('referensiPemilihan'), said('referensiWaktu'), typed, classified, ruled, said('kalimatPertanyaan'), coded(MS_VAR, 'aksesUmum')];
/** Columns (2) to (17) of the printed form MS-Ind. */
const INDICATOR: readonly Cell[] = [
  said('nama'), said('konsep'), said('definisi'), said('interpretasi'), said('rumus'), said('ukuran'), said('satuan'), said('klasifikasiPenyajian'), coded(MS_IND, 'komposit'), listed('indikatorPembangun', 'publikasiIndikator'), listed('indikatorPembangun', 'namaIndikator'),
  listed('variabelPembangun', 'kegiatanPenghasil'), listed('variabelPembangun', 'kodeKegiatanPenghasil'), listed('variabelPembangun', 'namaVariabel'), worded(MS_IND, 'levelEstimasi'), coded(MS_IND, 'aksesUmum'),
];

const rows = (columns: readonly Cell[]) => (contents: readonly Content[]) => contents.map((content, index) => ({ sel: [{ garis: [String(index + 1)] }, ...columns.map((cell) => ({ garis: [...cell(content)] }))] }));

/** A row of the printed table for each record. */
export const msVarRows = rows(VARIABLE);
export const msIndRows = rows(INDICATOR);
