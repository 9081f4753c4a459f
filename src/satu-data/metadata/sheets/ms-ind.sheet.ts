import { code, LEVELS, line, long, number, rows, several, yes } from './fields.js';
import type { Sheet } from './sheet.js';

const optional = { optional: true };

/** MS-Ind: an indicator, which is a row of the official form. The numbers are those of its columns. */
export const MS_IND: Sheet = {
  kind: 'indicator', form: 'ms-ind', title: { id: 'Metadata indikator (MS-Ind)', en: 'Metadata of an indicator (MS-Ind)' }, name: 'nama', pages: false,
  blocks: [
    {
      no: '', title: { id: 'Kegiatan', en: 'Activity' },
      fields: [
        { ...code('kodeKegiatan', { kind: 'activity', takes: { kegiatan: 'judul' } }, 'Kode metadata kegiatan', 'Metadata code of the activity'), hint: { id: 'Bila kegiatannya sudah tercatat, judulnya diambil dari sana.', en: 'Where the activity is recorded already, its title is taken from there.' } },
        line('', 'kegiatan', 'Judul kegiatan', 'Title of the activity', optional),
      ],
    },
    {
      no: '', title: { id: 'Indikator', en: 'Indicator' },
      fields: [
        line('2', 'nama', 'Nama indikator', 'Name of the indicator'), long('3', 'konsep', 'Konsep', 'Concept'), long('4', 'definisi', 'Definisi', 'Definition'), long('5', 'interpretasi', 'Interpretasi', 'Interpretation'),
        long('6', 'rumus', 'Metode/rumus penghitungan', 'Method or formula'),
        line('', 'rumusHitung', 'Rumus hitung', 'Formula to compute', { optional: true, hint: { id: 'Dihitung oleh aplikasi: nama kolom variabel, bilangan bulat, + − × ÷ dan tanda kurung, misalnya jumlah ÷ luas_km2. Kolom dataset lain pada periode yang sama: nama atau ID DDD dataset itu dalam kurung siku, titik, lalu nama kolomnya, misalnya puskesmas ÷ [Jumlah penduduk].jumlah × 10000. Kosong: indikator ini tidak dihitung di sini.', en: 'Computed by the application: column names of variables, whole numbers, + − × ÷ and brackets, such as jumlah ÷ luas_km2. A column of another data set of the same period: that data set’s name or ID DDD in square brackets, a dot, and the name of its column, such as puskesmas ÷ [Jumlah penduduk].jumlah × 10000. Blank: the indicator is not computed here.' } }),
        line('', 'kolom', 'Nama kolom pada tabel', 'Column name in the table', { optional: true, hint: { id: 'Huruf kecil, angka, dan garis bawah, misalnya kepadatan. Dipakai pada tabel dan data yang diterbitkan.', en: 'Small letters, digits and underscores, such as kepadatan. Used in tables and the published data.' } }), number('', 'desimal', 'Angka desimal', 'Decimals', { optional: true }),
        line('7', 'ukuran', 'Ukuran', 'Measure'), line('8', 'satuan', 'Satuan', 'Unit'), line('9', 'klasifikasiPenyajian', 'Klasifikasi penyajian', 'Presentation classification'),
      ],
    },
    {
      no: '', title: { id: 'Pembangun indikator', en: 'What the indicator is made of' },
      fields: [
        yes('10', 'komposit', 'Indikator komposit', 'Composite indicator'),
        rows('11–12', 'indikatorPembangun', 'Indikator pembangun', 'Building indicators', [code('kodeIndikator', { kind: 'indicator', takes: { namaIndikator: 'nama' } }), line('', 'namaIndikator', 'Nama indikator', 'Name of the indicator'), line('', 'publikasiIndikator', 'Publikasi ketersediaan indikator', 'Publication that has it', optional)], { asked: { field: 'komposit', is: true } }),
        rows('13–15', 'variabelPembangun', 'Variabel pembangun', 'Building variables', [code('kodeVariabel', { kind: 'variable', takes: { namaVariabel: 'nama', kegiatanPenghasil: 'kegiatan', kolomVariabel: 'kolom', kodeKegiatanPenghasil: 'kodeKegiatan' } }), line('', 'namaVariabel', 'Nama variabel', 'Name of the variable'), line('', 'kolomVariabel', 'Kolom', 'Column', { optional: true }), line('', 'kegiatanPenghasil', 'Kegiatan penghasil variabel', 'Activity that yields it', optional), line('', 'kodeKegiatanPenghasil', 'Kode kegiatan penghasil', 'Code of that activity', optional)], { asked: { field: 'komposit', is: false } }),
      ],
    },
    {
      no: '', title: { id: 'Penyajian dan akses', en: 'Presentation and access' },
      fields: [several('16', 'levelEstimasi', 'Level estimasi', 'Levels of estimation', LEVELS), yes('17', 'aksesUmum', 'Dapat diakses umum', 'Open to the public')],
    },
  ],
};
