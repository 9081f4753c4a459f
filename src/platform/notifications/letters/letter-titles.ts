import type { Text } from '../../../sdk/index.js';
import { namedIn } from './template-language.js';

const MAILS: Readonly<Record<string, Text>> = {
  'mail-permintaan': { id: 'Surel permintaan data', en: 'Mail: data request' },
  'mail-pengingat': { id: 'Surel pengingat', en: 'Mail: reminder' },
  'mail-eskalasi': { id: 'Surel kepada pimpinan produsen', en: 'Mail: to the leader of a producer' },
  'mail-pengingat-bps': { id: 'Surel pengingat kepada BPS', en: 'Mail: reminder to BPS' },
  'mail-pengembalian': { id: 'Surel pengembalian data', en: 'Mail: data returned' },
  'mail-perpanjangan': { id: 'Surel perpanjangan batas waktu', en: 'Mail: deadline extended' },
  'mail-penarikan': { id: 'Surel penarikan data', en: 'Mail: data taken back' },
  'mail-tanda-terima': { id: 'Surel tanda terima', en: 'Mail: receipt' },
};

const inEnglish = (titles: Readonly<Record<string, Text>>): Readonly<Record<string, Text>> =>
  Object.fromEntries(Object.entries(titles).map(([key, { id, en }]) => [namedIn(key, 'en'), { id: `${id}, berbahasa Inggris`, en: `${en}, in English` }]));

/** What people call the templates that the procedure asks for by name. */
export const LETTER_TITLES: Readonly<Record<string, Text>> = {
  layout: { id: 'Kop dan bingkai semua surat', en: 'Letterhead and frame of all letters' },
  'surat-tugas': { id: 'Surat tugas', en: 'Letter of assignment' },
  'surat-permintaan-bps': { id: 'Surat permintaan data kepada BPS', en: 'Data request to BPS' },
  'surat-permintaan-produsen': { id: 'Surat permintaan data kepada produsen', en: 'Data request to a producer' },
  'surat-hasil-analisis': { id: 'Surat pengantar hasil analisis', en: 'Cover letter of an analysis' },
  'surat-rekomendasi': { id: 'Surat rekomendasi BPS', en: 'Letter of recommendation by BPS' },
  'laporan-analisis': { id: 'Laporan analisis', en: 'Analysis report' },
  'laporan-papan': { id: 'Laporan papan data', en: 'Report of the data board' },
  'laporan-pemeriksaan': { id: 'Laporan pemeriksaan data', en: 'Report of the check of data, in Indonesian' },
  'laporan-pemeriksaan-en': { id: 'Laporan pemeriksaan data, berbahasa Inggris', en: 'Report of the check of data' },
  'lembar-ms-keg': { id: 'Formulir MS-Keg (metadata kegiatan)', en: 'Form MS-Keg (metadata of an activity)' },
  'lembar-ms-var': { id: 'Formulir MS-Var (metadata variabel)', en: 'Form MS-Var (metadata of variables)' },
  'lembar-ms-ind': { id: 'Formulir MS-Ind (metadata indikator)', en: 'Form MS-Ind (metadata of indicators)' },
  'lembar-validasi': { id: 'Lembar validasi', en: 'Validation sheet' },
  'tanda-terima': { id: 'Tanda terima', en: 'Receipt' },
  ...MAILS, ...inEnglish(MAILS),
};
