import en from '@formio/js/lib/cjs/translations/en';
import type { FormDefinition } from '../../api/index.js';

/** Form.io's own sentences in Indonesian. */
const indonesian: Record<string, string> = {
  required: '{{field}} wajib diisi',
  requiredDayField: '{{field}} wajib diisi',
  requiredDayEmpty: '{{field}} wajib diisi',
  requiredMonthField: '{{field}} wajib diisi',
  requiredYearField: '{{field}} wajib diisi',
  unique: '{{field}} tidak boleh sama dengan yang lain',
  array: '{{field}} harus berupa daftar',
  array_nonempty: '{{field}} tidak boleh kosong',
  nonarray: '{{field}} tidak boleh berupa daftar',
  select: '{{field}} berisi pilihan yang tidak berlaku',
  pattern: '{{field}} tidak sesuai pola {{pattern}}',
  minLength: '{{field}} sedikitnya {{length}} huruf.',
  maxLength: '{{field}} paling banyak {{length}} huruf.',
  minWords: '{{field}} sedikitnya {{length}} kata.',
  maxWords: '{{field}} paling banyak {{length}} kata.',
  min: '{{field}} tidak boleh kurang dari {{min}}.',
  max: '{{field}} tidak boleh lebih dari {{max}}.',
  maxDate: '{{field}} tidak boleh sesudah {{maxDate}}',
  minDate: '{{field}} tidak boleh sebelum {{minDate}}',
  minSelectedCount: 'Pilih sedikitnya {{minCount}}',
  maxSelectedCount: 'Pilih paling banyak {{maxCount}}',
  invalid_email: '{{field}} bukan alamat surel yang benar.',
  invalid_url: '{{field}} bukan alamat web yang benar.',
  invalid_regex: '{{field}} tidak sesuai pola {{regex}}.',
  invalid_date: '{{field}} bukan tanggal yang benar.',
  invalid_day: '{{field}} bukan tanggal yang benar.',
  invalidOption: '{{field}} berisi pilihan yang tidak berlaku.',
  invalidDay: '{{field}} bukan tanggal yang benar.',
  valueIsNotAvailable: '{{ field }} berisi pilihan yang tidak berlaku.',
  mask: '{{field}} tidak sesuai bentuknya.',
  unsavedRowsError: 'Simpan semua baris sebelum melanjutkan.',
  invalidRowsError: 'Perbaiki baris yang salah sebelum melanjutkan.',
  invalidRowError: 'Baris ini belum benar. Perbaiki atau hapus.',
  'numeric only': 'hanya angka',
  month: 'Bulan', day: 'Tanggal', year: 'Tahun', Month: 'Bulan', Year: 'Tahun',
  january: 'Januari', february: 'Februari', march: 'Maret', april: 'April', may: 'Mei', june: 'Juni',
  july: 'Juli', august: 'Agustus', september: 'September', october: 'Oktober', november: 'November', december: 'Desember',
  'Add Another': 'Tambah baris',
  addAnother: 'Tambah baris',
  Add: 'Tambah', Save: 'Simpan', Cancel: 'Batal', Remove: 'Hapus', Delete: 'Hapus', Edit: 'Ubah',
  save: 'Simpan', cancel: 'Batal', remove: 'Hapus', edit: 'Ubah', copy: 'Salin', move: 'Pindahkan', pasteBelow: 'Tempel di bawah', editJson: 'Ubah JSON',
  'Type to search': 'Ketik untuk mencari',
  words: 'kata', characters: 'huruf',
  typeRemaining: 'sisa {{ remaining }} {{ type }}.',
  hidePreview: 'Sembunyikan pratinjau', preview: 'Pratinjau', showPreview: 'Tampilkan pratinjau', help: 'Bantuan',
  Prefix: 'Awalan', Suffix: 'Akhiran', 'Hide Label': 'Sembunyikan judul', 'Show Word Counter': 'Tampilkan jumlah kata', 'Show Character Counter': 'Tampilkan jumlah huruf', 'Regular Expression Pattern': 'Pola', 'Minimum Word Length': 'Jumlah kata terkecil', 'Maximum Word Length': 'Jumlah kata terbesar',
  'This component should Display:': 'Isian ini ditampilkan:', 'When the form component:': 'Bila isian:', 'Has the value:': 'berisi:', Simple: 'Syarat', 'Custom Error Message': 'Pesan bila salah', Day: 'Tanggal saja',
  // The builder.
  'Text Field': 'Teks pendek', 'Text Area': 'Teks panjang', Number: 'Angka', Checkbox: 'Kotak centang', 'Select Boxes': 'Pilih beberapa', Select: 'Daftar pilihan', Radio: 'Pilih satu', Email: 'Surel', 'Phone Number': 'Nomor telepon', 'Date / Time': 'Tanggal dan jam',
  Columns: 'Kolom', Panel: 'Panel', 'Field Set': 'Kelompok isian', Well: 'Kotak', 'Data Grid': 'Daftar isian (tabel)', 'Edit Grid': 'Daftar isian (baris)', Content: 'Teks penjelasan',
  Preview: 'Pratinjau', Help: 'Bantuan', Display: 'Tampilan', Data: 'Data', Validation: 'Pemeriksaan', API: 'Nama data', Conditional: 'Syarat tampil', Layout: 'Tata letak', Logic: 'Logika',
  Label: 'Judul', Placeholder: 'Contoh isian', Description: 'Keterangan', Tooltip: 'Bantuan singkat', Required: 'Wajib diisi', 'Property Name': 'Nama data', 'Default Value': 'Nilai awal',
  'Minimum Length': 'Panjang terkecil', 'Maximum Length': 'Panjang terbesar', 'Minimum Value': 'Nilai terkecil', 'Maximum Value': 'Nilai terbesar', Hidden: 'Tersembunyi', Disabled: 'Tidak dapat diubah', Values: 'Pilihan', Value: 'Nilai',
  'Drag and Drop a form component': 'Seret isian ke sini',
  'Search field(s)': 'Cari isian',
  searchFields: 'Cari isian',
  // After a field's kind, where English says "Text Field Component".
  component: ' ',
  dragAndDropComponent: 'Seret isian ke sini',
  '{{componentTitle}} Component': '{{componentTitle}}',
};

// What CommonJS calls `default` arrives one level deeper in some builds.
const english = ((en as unknown as { default?: Record<string, string> }).default ?? en) as Record<string, string>;

/** All sentences of the renderer and the builder; a key that is missing would be printed raw. The form's own come last. */
export const translations = (texts: FormDefinition['i18n'] = {}): Record<'id' | 'en', Record<string, string>> => ({
  id: { ...english, ...indonesian, ...texts['id'] },
  en: { ...english, ...texts['en'] },
});
