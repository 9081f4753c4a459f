import { readFileSync } from 'node:fs';
import type { FormComponent } from '../../admin-ui/src/api/index.js';
import { resumed } from '../../admin-ui/src/shared/formio/resumed.js';
import { RESUMED_ROWS } from '../support/resumed-rows.js';

const { components } = JSON.parse(readFileSync('forms/penyampaian-data.json', 'utf8')) as { components: FormComponent[] };
const a = { datasetId: 'a', nama: 'Penduduk', status: 'disampaikan', tabel: { rows: [{ nilai: '1' }] } };
const b = { datasetId: 'b', nama: 'Kelahiran', status: 'belum', tabel: { datasetId: 'b' } };

describe('what this browser kept of a form beside what the server gives now', () => {
  it('leaves room for a data set that was taken back meanwhile, and has none for one that is asked no more', () => {
    const typed = { ...b, status: 'tidak_tersedia', alasan: 'Belum didata' };
    expect(resumed(components, { dataset: [a, b], catatan: '' }, { dataset: [typed], catatan: 'Tinggal satu' })).toEqual({ dataset: [a, typed], catatan: 'Tinggal satu' });
    expect(resumed(components, { dataset: [{ ...b, nama: 'Kelahiran hidup' }] }, { dataset: [a, typed] })).toEqual({ dataset: [{ ...typed, nama: 'Kelahiran hidup' }] });
    expect(resumed(components, { dataset: [a, b] }, undefined)).toEqual({ dataset: [a, b] });
  });

  it.each(RESUMED_ROWS)('knows $name', ({ columns, given, kept, rows }) => {
    const grid = { type: 'datagrid', key: 'baris', disableAddingRemovingRows: true, components: columns as unknown as FormComponent[] };
    expect(resumed([grid], { baris: given }, { baris: kept })).toEqual({ baris: rows });
  });

  it('is all there is of a table whose rows a person adds', () => {
    const grid = [{ type: 'datagrid', key: 'baris', components: [{ type: 'textfield', key: 'isi' }] }];
    expect(resumed(grid, { baris: [{ isi: 'a' }] }, { baris: [{ isi: 'b' }, { isi: 'c' }] })).toEqual({ baris: [{ isi: 'b' }, { isi: 'c' }] });
  });

  it('is of a table from the case what was typed in rows that are as they were', () => {
    const table = [{ type: 'tabelKasus', key: 'barang', table: { source: 'x', columns: [{ key: 'nama', label: 'Nama' }, { key: 'jumlah', label: 'Jumlah' }, { key: 'disetujui', label: 'Disetujui', fill: true }] } }];
    const kept = { barang: [{ nama: 'Kursi', jumlah: null, disetujui: 4 }, { nama: 'Meja', jumlah: 1, disetujui: 7 }] };
    expect(resumed(table, { barang: [{ nama: 'Meja', jumlah: 2 }, { nama: 'Kursi', jumlah: null }] }, kept)).toEqual({ barang: [{ nama: 'Meja', jumlah: 2 }, { nama: 'Kursi', jumlah: null, disetujui: 4 }] });
  });
});
