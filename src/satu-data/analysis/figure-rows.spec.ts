import { Asker } from 'tertib';
import { PEOPLE, satuDataWorld } from '../../../test/support/satu-data-world.js';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import type { Variable } from '../datasets/dataset.types.js';
import { FigureRowPages } from './figure-rows.service.js';

const column = (name: string, more: Partial<Variable>): Variable => ({ name, title: name, type: 'string', required: true, key: true, ...more });

describe('the rows of a large table behind a figure', () => {
  it('call codes as the list of their column does', async () => {
    const world = await satuDataWorld();
    try {
      await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
      const variables = [column('wilayah', { type: 'region', list: 'bps' }), column('jenis', { codes: ['1'], meanings: { 1: 'Pasar rakyat' } }), column('kelompok', {}), column('jumlah', { type: 'integer', key: false })];
      const table = { deliveryId: 'd', largeId: 'l', layout: { columns: { jumlah: 'D' } } };
      const database = { read: { findOne: async () => table } };
      const rows = [{ wilayah: '1506', jenis: '1', kelompok: '1506', jumlah: '4' }, { wilayah: '15.06', jenis: '2', jumlah: '5' }];
      const work = { kept: async () => ({ shape: { names: variables.map(({ name }) => name) } }), keyed: async () => ({ rows, rowNumbers: [2, 3], count: 2 }) };
      const dataset = { given: { tables: [{ dataset: { deliveryId: 'd', variables, rules: [], dataPeriod: null, periodId: world.caseId } }] }, ask: async () => ({ table: 0, keys: [], at: [], columns: [{ name: 'jumlah', title: 'Jumlah' }] }) };
      const pages = new FigureRowPages(database as never, work as never, world.app.get(ColumnChoices), world.app.get(Asker));
      const told = await world.as(PEOPLE.staf, () => pages.of(dataset as never, 'jumlah.nilai', { source: 0, page: 1 }));
      expect(told.rows.map(({ where }) => where)).toEqual(['wilayah Kabupaten Tanjung Jabung Timur, jenis Pasar rakyat, kelompok 1506', 'wilayah 15.06, jenis 2, kelompok –']);
    } finally {
      await world.close();
    }
  });
});
