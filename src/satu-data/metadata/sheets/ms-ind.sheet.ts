import { code, LEVELS, line, long, number, rows, several, yes } from './fields.js';
import type { Sheet } from './sheet.js';

/** MS-Ind: an indicator. ◇ The numbers of the questions. */
export const MS_IND: Sheet = {
  kind: 'indicator', form: 'ms-ind', title: { id: 'Metadata indikator (MS-Ind)', en: 'Metadata of an indicator (MS-Ind)' }, name: 'nama', pages: false,
  blocks: [
    {
      no: '', title: { id: 'Indikator', en: 'Indicator' },
      fields: [
        line('1', 'nama', 'Nama indikator', 'Name of the indicator'), long('2', 'konsep', 'Konsep', 'Concept'), long('3', 'definisi', 'Definisi', 'Definition'), long('4', 'interpretasi', 'Interpretasi', 'Interpretation'),
        long('5', 'rumus', 'Metode/rumus penghitungan', 'Method or formula'),
        line('', 'rumusHitung', 'Rumus hitung', 'Formula to compute', { optional: true, hint: { id: 'Dihitung oleh aplikasi: nama kolom variabel, bilangan bulat, + − × ÷ dan tanda kurung, misalnya jumlah ÷ luas_km2. Kosong: indikator ini tidak dihitung di sini.', en: 'Computed by the application: column names of variables, whole numbers, + − × ÷ and brackets, such as jumlah ÷ luas_km2. Blank: the indicator is not computed here.' } }),
        line('', 'kolom', 'Nama kolom pada tabel', 'Column name in the table', { optional: true, hint: { id: 'Huruf kecil, angka, dan garis bawah, misalnya kepadatan. Dipakai pada tabel dan data yang diterbitkan.', en: 'Small letters, digits and underscores, such as kepadatan. Used in tables and the published data.' } }), number('', 'desimal', 'Angka desimal', 'Decimals', { optional: true }),
        line('6', 'ukuran', 'Ukuran', 'Measure'), line('7', 'satuan', 'Satuan', 'Unit'), line('8', 'klasifikasiPenyajian', 'Klasifikasi penyajian', 'Presentation classification'),
      ],
    },
    {
      no: '', title: { id: 'Pembangun indikator', en: 'What the indicator is made of' },
      fields: [
        yes('9', 'komposit', 'Indikator komposit', 'Composite indicator'),
        rows('10', 'indikatorPembangun', 'Indikator pembangun', 'Building indicators', [code('kodeIndikator', { kind: 'indicator', takes: { namaIndikator: 'nama' } }), line('', 'namaIndikator', 'Nama indikator', 'Name of the indicator'), line('', 'publikasiIndikator', 'Publikasi ketersediaan indikator', 'Publication that has it', { optional: true })], { asked: { field: 'komposit', is: true } }),
        rows('11', 'variabelPembangun', 'Variabel pembangun', 'Building variables', [code('kodeVariabel', { kind: 'variable', takes: { namaVariabel: 'nama', kegiatanPenghasil: 'kegiatan', kolomVariabel: 'kolom' } }), line('', 'namaVariabel', 'Nama variabel', 'Name of the variable'), line('', 'kolomVariabel', 'Kolom', 'Column', { optional: true }), line('', 'kegiatanPenghasil', 'Kegiatan penghasil variabel', 'Activity that yields it', { optional: true })], { asked: { field: 'komposit', is: false } }),
      ],
    },
    {
      no: '', title: { id: 'Penyajian dan akses', en: 'Presentation and access' },
      fields: [several('12', 'levelEstimasi', 'Level estimasi', 'Levels of estimation', LEVELS), yes('13', 'aksesUmum', 'Dapat diakses umum', 'Open to the public')],
    },
  ],
};
