import { typedText } from '../../admin-ui/src/features/tasks/typed-text.js';
import type { FormDefinition } from '../../admin-ui/src/api/index.js';

const FORM = {
  key: 'f', title: 'F', i18n: { en: { Hasil: 'Result', Sesuai: 'Fits', Catatan: 'Note' } },
  components: [
    { type: 'panel', key: 'p', label: 'P', components: [
      { type: 'radio', key: 'hasil', label: 'Hasil', values: [{ label: 'Sesuai', value: 'sesuai' }] },
      { type: 'textarea', key: 'catatan', label: 'Catatan' },
      { type: 'checkbox', key: 'setuju', label: 'Setuju' },
    ] },
    { type: 'berkas', key: 'berkas', label: 'Berkas' },
    { type: 'datagrid', key: 'dataset', label: 'Dataset', components: [{ type: 'textfield', key: 'datasetId', label: 'Kode dalam aplikasi', hidden: true }, { type: 'tabelData', key: 'tabel', label: 'Tabel data' }, { type: 'textarea', key: 'keterangan', label: 'Keterangan' }] },
  ],
} as unknown as FormDefinition;
const ID = { lang: 'id', yes: 'Ya' };

describe('what was typed into a task that is over', () => {
  it('is a line for each field, by its label, with the words of choices, and tables as a spreadsheet takes them', () => {
    const rows = [{ tahun: 2021, nilai: '1.234,5' }, { tahun: '2022', nilai: 'dua\nbaris' }];
    expect(typedText(FORM, { hasil: 'sesuai', setuju: true, catatan: 'Periksa lagi.', berkas: [{ id: 'x', name: 'surat.pdf', size: 3 }], dataset: [{ datasetId: 'd1', tabel: { datasetId: 'd1', rows }, keterangan: '' }] }, ID)).toBe([
      'Hasil: Sesuai', 'Setuju: Ya', 'Catatan: Periksa lagi.', 'Berkas: surat.pdf', 'Dataset:', 'Tabel data:', 'tahun\tnilai', '2021\t1.234,5', '2022\t"dua\nbaris"',
    ].join('\n'));
  });

  it('is said in the language of the screen where the form has it', () => {
    expect(typedText(FORM, { hasil: 'sesuai', catatan: 'Isi' }, { lang: 'en', yes: 'Yes' })).toBe('Result: Fits\nNote: Isi');
  });

  it('heads a table from the case with the titles of its columns', () => {
    const form = { ...FORM, components: [{ type: 'tabelKasus', key: 'barang', label: 'Barang', table: { source: 'x', columns: [{ key: 'nama_barang', label: 'Nama barang' }, { key: 'jumlah', label: 'Jumlah', fill: true }] } }] } as unknown as FormDefinition;
    expect(typedText(form, { barang: [{ nama_barang: 'Meja', jumlah: 2 }] }, ID)).toBe('Barang:\nNama barang\tJumlah\nMeja\t2');
  });

  it('tells several rows apart, and leaves out what is blank', () => {
    expect(typedText(FORM, { catatan: '', setuju: false, dataset: [{ keterangan: 'Satu', tabel: { rows: [{ a: '1' }] } }, { keterangan: 'Dua', tabel: { rows: [] } }] }, ID)).toBe('Dataset:\n(1)\nKeterangan: Satu\nTabel data:\na\n1\n(2)\nKeterangan: Dua');
  });

  it('is nothing where nothing was typed, and goes by the names of data where the form cannot be had', () => {
    expect([typedText(FORM, { catatan: '', dataset: [{ datasetId: 'd' }] }, ID), typedText(null, { catatan: 'Isi', datasetId: 'd' }, ID)]).toEqual(['', 'catatan: Isi']);
  });
});
