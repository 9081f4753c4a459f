import type { Language } from '../../../shared/i18n/index.js';

/** A command that a text may hold, in words. */
export interface Helper {
  readonly words: Readonly<Record<Language, string>>;
  readonly text: string;
  /** What becomes of it; nothing where that depends. */
  readonly becomes: string | null;
}

const helper = (id: string, en: string, text: string, becomes: string | null = null): Helper => ({ words: { id, en }, text, becomes });

const ANYWHERE: readonly Helper[] = [
  helper('Tanggal dengan nama bulan', 'A date in words', '{{tanggal batasWaktu}}', '15 Desember 2026'),
  helper('Tanggal dengan hari dan jam', 'A date with weekday and time', '{{tanggal batasWaktu hari=true jam=true}}', 'Selasa, 15 Desember 2026 pukul 23.59 WIB'),
  helper('Angka dengan titik ribuan', 'A number with points at the thousands', '{{angka jumlah}}', '1.234.567'),
  helper('Uang, dengan dua angka di belakang koma', 'Money, with two decimals', 'Rp {{angka biaya desimal=2}}', 'Rp 1.234.567,00'),
  helper('Pengganti bila kosong', 'Something else where it is empty', '{{atau keterangan "–"}}', '–'),
  helper('HURUF BESAR', 'CAPITAL LETTERS', '{{besar judul}}', 'TAHUN 2026'),
  helper('Hanya bila terisi', 'Only where it is filled in', '{{#if catatan}}…{{else}}…{{/if}}'),
  helper('Hanya bila sama dengan sesuatu', 'Only where it is a certain value', '{{#if (sama status "Diterima")}}…{{/if}}'),
  helper('Untuk setiap baris sebuah daftar, dengan nomor urut', 'For each row of a list, numbered', '{{#each daftar}}\n{{urut @index}}. {{nama}}\n{{/each}}', '1. … 2. …'),
];

const IN_LETTERS: readonly Helper[] = [
  helper('Kepala surat: nomor, tanggal, hal, dan alamat tujuan', 'Head of the letter: number, date, subject and addressee', '{{> kepala-surat}}'),
  helper('Tanda tangan dan tembusan', 'Signature and copies', '{{> tanda-tangan}}'),
];

export const helpersFor = (mail: boolean): readonly Helper[] => (mail ? ANYWHERE : [...ANYWHERE, ...IN_LETTERS]);
