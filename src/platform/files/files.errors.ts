import { Problem, type Text } from '../../sdk/index.js';

const refused = (code: string, text: Text): Problem => new Problem(code, 422, text);

/** Why an upload is refused, each with a way out. */
export const FileProblem = {
  missing: () => refused('file-missing', { id: 'Tidak ada berkas yang dikirim.', en: 'No file was sent.' }),
  tooLarge: () =>
    new Problem('file-too-large', 413, { id: 'Berkas ini terlalu besar: paling besar 50 MB, dan 200 MB untuk CSV. Tabel yang besar disimpan sebagai CSV, lalu dikirim lagi.', en: 'This file is too large: at most 50 MB, and 200 MB for CSV. Save a large table as CSV and send it again.' }),
  empty: () => refused('file-empty', { id: 'Berkas ini kosong.', en: 'This file is empty.' }),
  unknownType: () =>
    refused('file-type-refused', {
      id: 'Jenis berkas ini tidak diterima. Kirim PDF, Excel (.xlsx), CSV, teks, PNG, JPEG, atau Word (.docx).',
      en: 'Files of this kind are not accepted. Send PDF, Excel (.xlsx), CSV, text, PNG, JPEG or Word (.docx).',
    }),
  disguised: (name: string) =>
    refused('file-disguised', {
      id: `Isi "${name}" adalah HTML, SVG, atau XML, bukan data. Berkas ditolak.`,
      en: `The content of "${name}" is HTML, SVG or XML and no data. The file was refused.`,
    }),
  mismatch: (extension: string, found: string) =>
    refused('file-type-mismatch', {
      id: `Nama berkas berakhiran ".${extension}", tetapi isinya ${found}. Simpan ulang dengan jenis yang benar, lalu kirim lagi.`,
      en: `The name ends in ".${extension}", but the content is ${found}. Save it as what it is and send it again.`,
    }),
  oldOffice: () =>
    refused('file-old-office', {
      id: 'Ini berkas Office format lama (.xls/.doc) atau terkunci kata sandi. Simpan sebagai .xlsx atau .docx tanpa kata sandi, lalu kirim lagi.',
      en: 'This is an old Office file (.xls/.doc), or locked with a password. Save it as .xlsx or .docx without one and send it again.',
    }),
  macros: () =>
    refused('file-macros', {
      id: 'Berkas ini berisi makro. Simpan sebagai .xlsx atau .docx biasa (tanpa makro), lalu kirim lagi.',
      en: 'This file contains macros. Save it as plain .xlsx or .docx and send it again.',
    }),
  bomb: () =>
    refused('file-too-large-unpacked', {
      id: 'Isi berkas ini terlalu besar bila dibuka. Hapus lembar atau baris kosong yang tidak dipakai, atau bagi menjadi beberapa berkas.',
      en: 'Unpacked, this file is too large. Remove unused sheets and empty rows, or split it.',
    }),
  damaged: () => refused('file-damaged', { id: 'Berkas ini rusak dan tidak dapat dibaca.', en: 'This file is damaged and cannot be read.' }),
  encoding: () =>
    refused('file-encoding', {
      id: 'Teks berkas ini tidak dapat dibaca. Simpan sebagai "CSV UTF-8", lalu kirim lagi.',
      en: 'The text of this file cannot be read. Save it as "CSV UTF-8" and send it again.',
    }),
};
