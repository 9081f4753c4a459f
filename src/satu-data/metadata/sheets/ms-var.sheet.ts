import { code, line, list, long, number, one, rows, yes } from './fields.js';
import type { Asked, Sheet } from './sheet.js';

const optional = { optional: true };
const bounded: Asked = { field: 'tipeData', is: ['integer', 'number', 'date'] };
const numeric: Asked = { field: 'tipeData', is: ['integer', 'number'] };
const textual: Asked = { field: 'tipeData', is: ['string', 'region'] };

/** MS-Var: a variable, which is a row of the official form. The numbers are those of its columns. */
export const MS_VAR: Sheet = {
  kind: 'variable', form: 'ms-var', title: { id: 'Metadata variabel (MS-Var)', en: 'Metadata of a variable (MS-Var)' }, name: 'nama', pages: false,
  blocks: [
    {
      no: '', title: { id: 'Kegiatan', en: 'Activity' },
      fields: [
        { ...code('kodeKegiatan', { kind: 'activity', takes: { kegiatan: 'judul' } }, 'Kode metadata kegiatan', 'Metadata code of the activity'), hint: { id: 'Bila kegiatannya sudah tercatat, judulnya diambil dari sana.', en: 'Where the activity is recorded already, its title is taken from there.' } },
        line('', 'kegiatan', 'Judul kegiatan', 'Title of the activity', optional),
      ],
    },
    {
      no: '', title: { id: 'Variabel', en: 'Variable' },
      fields: [
        line('2', 'nama', 'Nama variabel', 'Name of the variable'), line('3', 'alias', 'Alias', 'Alias'), long('4', 'konsep', 'Konsep', 'Concept'), long('5', 'definisi', 'Definisi', 'Definition'),
        line('6', 'referensiPemilihan', 'Referensi pemilihan', 'Reference of choice'), line('7', 'referensiWaktu', 'Referensi waktu', 'Reference time'),
        one('8', 'tipeData', 'Tipe data', 'Data type', [['integer', 'Bilangan bulat', 'Whole number'], ['number', 'Bilangan desimal', 'Decimal number'], ['string', 'Teks', 'Text'], ['date', 'Tanggal', 'Date'], ['region', 'Kode wilayah', 'Region code']]),
        line('', 'satuan', 'Satuan', 'Unit', optional),
        one('', 'dapatDijumlahkan', 'Dapat dijumlahkan', 'Adds up', [['jumlah', 'Ya, nilainya dijumlahkan', 'Yes, values are added up'], ['arus', 'Ya, juga antarwaktu, misalnya kelahiran tiap bulan', 'Yes, over time as well, such as births of each month'], ['rata-rata', 'Tidak, nilainya rata-rata', 'No, it is an average'], ['tidak', 'Tidak, misalnya persen atau indeks', 'No, such as a percentage or an index']], { optional: true, asked: numeric, hint: { id: 'Apakah nilai wilayah yang lebih luas adalah jumlah dari bagiannya. Kosong: hanya hitungan dan besaran dengan satuan yang dikenal, misalnya orang, ekor, atau ton, yang dijumlahkan.', en: 'Whether the value of a wider region is the sum of its parts. Blank: only counts and quantities in a unit that is known, such as persons, head or tonnes, are added up.' } }),
        line('', 'kolom', 'Nama kolom pada tabel', 'Column name in the table', { hint: { id: 'Huruf kecil, angka, dan garis bawah, misalnya jumlah_murid. Dipakai pada templat Excel dan data yang diterbitkan.', en: 'Small letters, digits and underscores, such as jumlah_murid. Used in the Excel template and the published data.' } }),
      ],
    },
    {
      no: '', title: { id: 'Isian dan validasi', en: 'Entries and validation' },
      fields: [
        list('', 'daftarKode', 'Daftar kode', 'Code list', { optional: true, asked: textual, hint: { id: 'Daftar yang dikelola di halaman Daftar kode, misalnya Wilayah (kode BPS). Kosong: kode wilayah memakai kode Kemendagri, dan teks tidak dibatasi.', en: 'A list that is kept on the page Code lists, such as Regions (codes of BPS). Blank: region codes are those of the Ministry of Home Affairs, and a text may be anything.' } }),
        rows('9', 'klasifikasiIsian', 'Klasifikasi isian', 'Classification of entries', [line('', 'kode', 'Kode', 'Code'), line('', 'arti', 'Arti', 'Meaning', optional)], { optional: true, asked: textual, hint: { id: 'Isian yang boleh dipilih, satu per baris. Kosong: semua isian diterima.', en: 'The entries that may be given, one a row. Blank: all are accepted.' } }),
        yes('10', 'wajib', 'Aturan validasi: wajib diisi', 'Validation rule: required'),
        line('', 'min', 'Nilai terkecil', 'Smallest value', { optional: true, asked: bounded, hint: { id: 'Misalnya 0,5; untuk tanggal 31/12/2025.', en: 'Such as 0.5; for a date 31/12/2025.' } }), line('', 'maks', 'Nilai terbesar', 'Largest value', { optional: true, asked: bounded }),
        number('', 'panjangMin', 'Panjang terkecil', 'Least length', { optional: true, asked: textual, hint: { id: 'Banyaknya huruf atau angka.', en: 'Number of characters.' } }), number('', 'panjangMaks', 'Panjang terbesar', 'Greatest length', { optional: true, asked: textual }),
        one('', 'isiTeks', 'Isi teks', 'Characters of the text', [['angka', 'Angka saja', 'Digits only'], ['kapital', 'Huruf kapital saja', 'Capital letters only'], ['kapitalAngka', 'Huruf kapital dan angka', 'Capital letters and digits']], { optional: true, asked: textual, hint: { id: 'Misalnya NIK: angka saja, panjang terkecil dan terbesar 16. Kosong: isi apa saja.', en: 'Such as the NIK: digits only, least and greatest length 16. Blank: anything.' } }),
        line('', 'pola', 'Pola lain (ekspresi reguler)', 'Other pattern (regular expression)', { optional: true, asked: textual, hint: { id: 'Hanya bila isi teks dan panjangnya belum cukup, misalnya \\d{2}-[A-Z]{3}: 2 angka, “-”, lalu 3 huruf kapital.', en: 'Only where characters and length are not enough, such as \\d{2}-[A-Z]{3}: 2 digits, “-”, then 3 capital letters.' } }),
      ],
    },
    {
      no: '', title: { id: 'Pertanyaan dan akses', en: 'Question and access' },
      fields: [long('11', 'kalimatPertanyaan', 'Kalimat pertanyaan', 'Question'), yes('12', 'aksesUmum', 'Dapat diakses umum', 'Open to the public')],
    },
  ],
};
