import { readFileSync } from 'node:fs';
import { RESUMED_ROWS } from '../../../test/support/resumed-rows.js';
import type { FormDefinition } from './form-definition.js';
import { resumed } from './resumed.js';

const read = (key: string) => JSON.parse(readFileSync(`forms/${key}.json`, 'utf8')) as FormDefinition;
const form = (...components: object[]) => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components }) as FormDefinition;
const grid = (fixed: boolean, ...components: object[]) => form({ type: 'datagrid', key: 'baris', input: true, ...(fixed && { disableAddingRemovingRows: true }), components });
const text = (key: string, more: object = {}) => ({ type: 'textfield', key, input: true, ...more });
const table = (nilai: string) => ({ rows: [{ nilai }] });

describe('what was kept of a grid whose rows are given', () => {
  const delivery = read('penyampaian-data');
  const a = { datasetId: 'a', nama: 'Penduduk', status: 'disampaikan', tabel: table('1'), alasan: '', keterangan: 'Semester ini' };
  const b = { datasetId: 'b', nama: 'Kelahiran', status: 'belum', tabel: { datasetId: 'b' }, alasan: '', keterangan: '' };

  it('leaves room for a data set that its producer took back meanwhile, with the table that he had handed in', () => {
    const kept = { dataset: [{ ...b, status: 'tidak_tersedia', alasan: 'Belum didata' }], catatan: 'Tinggal satu' };
    expect(resumed(delivery, { dataset: [a, b] }, kept)).toEqual({ dataset: [a, { ...b, status: 'tidak_tersedia', alasan: 'Belum didata' }], catatan: 'Tinggal satu' });
  });

  it('is found again wherever its row stands now; a row that is given no longer is gone', () => {
    expect(resumed(delivery, { dataset: [b] }, { dataset: [{ ...a, keterangan: 'x' }, { ...b, status: 'bukan_kewenangan' }] })['dataset']).toEqual([{ ...b, status: 'bukan_kewenangan' }]);
  });

  it('is by what nobody sees of a row, and has what the server calls it now', () => {
    const [row] = resumed(delivery, { dataset: [{ ...b, nama: 'Kelahiran hidup' }] }, { dataset: [{ ...b, status: 'tidak_tersedia', tabel: null }] })['dataset'] as object[];
    expect(row).toEqual({ ...b, nama: 'Kelahiran hidup', status: 'tidak_tersedia', tabel: null });
  });

  it('is by all that nobody may change where all of a row is seen, and one after the other where nothing is the server’s', () => {
    const given = { baris: [{ nama: 'Meja' }, { nama: 'Kursi' }] };
    expect(resumed(grid(true, text('nama', { disabled: true }), text('isi')), given, { baris: [{ nama: 'Kursi', isi: '4' }] })).toEqual({ baris: [{ nama: 'Meja' }, { nama: 'Kursi', isi: '4' }] });
    expect(resumed(grid(true, text('isi')), { baris: [{ isi: '' }, { isi: '' }] }, { baris: [{ isi: '1' }, { isi: '2' }] })).toEqual({ baris: [{ isi: '1' }, { isi: '2' }] });
  });

  it.each(RESUMED_ROWS)('knows $name', ({ columns, given, kept, rows }) => {
    expect(resumed(grid(true, ...columns), { baris: given }, { baris: kept })).toEqual({ baris: rows });
  });

  it('of a verification keeps each reason with its warning, and makes room for the list in what was kept before there was one', () => {
    const verification = read('verifikasi');
    const warning = (aturan: string, temuan: string) => ({ idDataset: 'a', aturan, namaDataset: 'Penduduk', temuan });
    const given = { adaPeringatan: 'ya', peringatan: [warning('sum', 'Satu sel'), warning('compare:1', 'Dua sel')] };
    const kept = { adaPeringatan: 'ya', peringatan: [{ ...warning('compare:1', 'Two cells'), alasan: 'Menurut BIG' }, { ...warning('compare:0', 'One cell'), alasan: 'x' }] };
    expect(resumed(verification, given, kept)['peringatan']).toEqual([warning('sum', 'Satu sel'), { ...warning('compare:1', 'Dua sel'), alasan: 'Menurut BIG' }]);
    expect(resumed(verification, given, { hasilVerifikasi: 'lengkap' })).toEqual({ ...given, hasilVerifikasi: 'lengkap' });
  });

  it('is what is given where nothing was kept, and what was kept where a person adds the rows or none are given', () => {
    const [given, kept] = [{ baris: [{ isi: 'a' }] }, { baris: [{ isi: 'b' }, { isi: 'c' }] }];
    expect(resumed(grid(true, text('isi')), given, {})).toEqual(given);
    expect(resumed(grid(false, text('isi')), given, kept)).toEqual(kept);
    expect(resumed(grid(true, text('isi')), {}, kept)).toEqual(kept);
  });
});
