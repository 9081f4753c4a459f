import type { Text } from '../../../sdk/index.js';
import type { FormComponent, FormDefinition } from '../../forms/index.js';
import { both } from './wording.js';

const TYPES: Readonly<Record<string, Text>> = {
  textfield: { id: 'teks pendek', en: 'short text' }, textarea: { id: 'teks panjang', en: 'long text' }, number: { id: 'angka', en: 'number' }, radio: { id: 'pilih satu', en: 'choose one' },
  select: { id: 'daftar pilihan', en: 'list to choose from' }, selectboxes: { id: 'pilih beberapa', en: 'choose several' }, checkbox: { id: 'kotak centang', en: 'check box' },
  datetime: { id: 'tanggal dan jam', en: 'date and time' }, day: { id: 'tanggal', en: 'date' }, email: { id: 'surel', en: 'email' }, phoneNumber: { id: 'nomor telepon', en: 'telephone number' },
  panel: { id: 'panel', en: 'panel' }, columns: { id: 'kolom', en: 'columns' }, fieldset: { id: 'kelompok isian', en: 'group of fields' }, well: { id: 'kotak', en: 'box' }, bagian: { id: 'bagian bersama', en: 'shared part' },
  datagrid: { id: 'tabel isian', en: 'table of fields' }, editgrid: { id: 'daftar isian', en: 'list of entries' }, content: { id: 'teks', en: 'text' }, berkas: { id: 'berkas', en: 'files' },
  tabelData: { id: 'tabel data', en: 'data table' }, readonlyTable: { id: 'tabel baca', en: 'table to read' }, tabelKasus: { id: 'tabel dari isian lain', en: 'table from other entries' }, pilihProdusen: { id: 'pilihan produsen', en: 'choice of producers' }, pilihOrang: { id: 'pilihan orang', en: 'choice of a person' }, pilihInstansi: { id: 'pilihan instansi', en: 'choice of an office' }, pilihKode: { id: 'pilihan kode', en: 'choice of a code' }, surat: { id: 'surat', en: 'letter' }, isiData: { id: 'isi data', en: 'content of the data' },
};

export const typeInWords = (type: string): Text => TYPES[type] ?? both(type);

/** What a form's author reads on the screen, in both languages. */
export const translated = (form: FormDefinition, text: string): Text => ({ id: text, en: form.i18n?.en?.[text] ?? text });

/** A field is known by its label; a part that has none, by its title or key. */
export function labelOf(form: FormDefinition, component: FormComponent): Text {
  const text = [component.label, component['title'], component['legend']].find((item): item is string => typeof item === 'string' && item.trim() !== '');
  return translated(form, text ?? component.key);
}

/** Settings by their place in the component; whatever is not here is called by its technical name. */
export const SETTINGS: Readonly<Record<string, Text>> = {
  type: { id: 'Jenis', en: 'Kind' }, label: { id: 'Judul', en: 'Label' }, title: { id: 'Judul', en: 'Title' }, legend: { id: 'Judul', en: 'Title' }, html: { id: 'Teks', en: 'Text' },
  placeholder: { id: 'Contoh isian', en: 'Placeholder' }, description: { id: 'Keterangan', en: 'Description' }, tooltip: { id: 'Petunjuk', en: 'Hint' }, prefix: { id: 'Awalan', en: 'Prefix' }, suffix: { id: 'Akhiran', en: 'Suffix' },
  defaultValue: { id: 'Isi awal', en: 'Initial value' }, hidden: { id: 'Tersembunyi', en: 'Hidden' }, disabled: { id: 'Hanya dibaca', en: 'Read only' }, processVariable: { id: 'Dapat dipakai dalam diagram', en: 'Can be used in the diagram' }, notTogether: { id: 'Tidak diisi untuk beberapa tugas bersama', en: 'Not filled in for several tasks together' }, notInSummary: { id: 'Tidak ikut dalam ringkasan isian', en: 'Left out of the summary of what was filled in' },
  'validate.required': { id: 'Wajib diisi', en: 'Required' }, 'validate.minLength': { id: 'Paling sedikit huruf', en: 'Fewest characters' }, 'validate.maxLength': { id: 'Paling banyak huruf', en: 'Most characters' },
  'validate.minWords': { id: 'Paling sedikit kata', en: 'Fewest words' }, 'validate.maxWords': { id: 'Paling banyak kata', en: 'Most words' }, 'validate.min': { id: 'Nilai terkecil', en: 'Smallest value' }, 'validate.max': { id: 'Nilai terbesar', en: 'Largest value' },
  'validate.pattern': { id: 'Pola isian', en: 'Pattern' }, 'validate.customMessage': { id: 'Pesan kesalahan', en: 'Error message' }, minDate: { id: 'Tanggal paling awal', en: 'Earliest date' }, maxDate: { id: 'Tanggal paling akhir', en: 'Latest date' },
  rows: { id: 'Jumlah baris', en: 'Rows' }, enableTime: { id: 'Dengan jam', en: 'With the time' }, filePattern: { id: 'Jenis berkas', en: 'Kinds of file' }, fileMaxSize: { id: 'Ukuran berkas terbesar', en: 'Largest file' }, multipleFiles: { id: 'Beberapa berkas', en: 'Several files' },
  roles: { id: 'Peran yang dapat dipilih', en: 'Roles to choose from' }, anyOffice: { id: 'Orang dari semua instansi', en: 'People of all offices' }, officeKinds: { id: 'Jenis instansi', en: 'Kinds of office' },
  scheme: { id: 'Daftar kode', en: 'List of codes' }, level: { id: 'Tingkat', en: 'Level' }, within: { id: 'Di dalam', en: 'Within' }, 'part.key': { id: 'Bagian', en: 'Part' }, 'part.version': { id: 'Versi bagian', en: 'Version of the part' }, rowKey: { id: 'Hanya yang sama dengan barisnya pada', en: 'Only what is the row’s, by' }, asText: { id: 'Sebagai teks', en: 'As text' }, 'table.source': { id: 'Asal baris', en: 'Rows come from' },
};
