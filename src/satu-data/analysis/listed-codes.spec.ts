import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { CodeEdits } from '../code-lists/code-edit.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { ChartQuery, TableQuery } from './analysis.schemas.js';

const key = (name: string, more: Partial<Variable>): Variable => ({ name, title: name, type: 'string', required: true, key: true, ...more });
const measured: Variable = { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'orang', required: true, key: false };
const year = key('tahun', { type: 'integer' });

describe('figures by the lists of codes', () => {
  let world: SatuDataWorld;
  beforeAll(async () => {
    world = await satuDataWorld();
    const edits = world.app.get(CodeEdits);
    await world.as(PEOPLE.staf, async () => {
      await edits.create({ title: 'Wilayah kerja', levels: ['Wilayah', 'Puskesmas'] });
      await edits.edit('wilayah-kerja', { version: 0, note: '', codes: [
        { code: 'U', titleId: 'Utara', titleEn: 'North', level: 'wilayah' }, { code: 'p1', titleId: 'Kuala Tungkal', parent: 'U', level: 'puskesmas' }, { code: 'p2', titleId: 'Betara', parent: 'U', level: 'puskesmas' },
      ] });
      await edits.create({ title: 'Jenis pasar' });
      await edits.edit('jenis-pasar', { version: 0, note: '', codes: [{ code: 'R', titleId: 'Pasar rakyat', titleEn: 'People’s market' }] });
    });
  });
  afterAll(async () => {
    await world.app.close();
    await world.close();
  });

  const opened = async (variables: Variable[], rows: Record<string, string>[], more: Partial<DatasetEntity> = {}) => {
    const dataset = await analysedDataset(world, 2025, rows, { slug: `s${Math.random()}`.slice(0, 12), variables: [...variables, year, measured], rules: [], indicators: [], ...more });
    return { dataset, ...(await world.app.get(AnalysisDesk).of(dataset)) };
  };
  const row = (wilayah: string, jumlah: string, more: object = {}) => ({ wilayah, tahun: '2025', jumlah, ...more });
  const table = (ask: Awaited<ReturnType<typeof opened>>['ask'], level: number, language: 'id' | 'en' = 'id') => ask('table', { ...TableQuery.parse({ column: 'jumlah', by: 'wilayah', level }), language });
  const shown = async (...asked: Parameters<typeof table>) => (await table(...asked)).rows.map(({ value, label, nilai }) => [value, label, nilai.value]);

  it('name and add up regions of BPS, whose codes have no points', async () => {
    const { ask } = await opened([key('wilayah', { type: 'region', list: 'bps' })], [row('1507', '3'), row('1506', '4'), row('1571', '5')]);
    expect(await shown(ask, 2)).toEqual([['1506', 'Kabupaten Tanjung Jabung Timur', '4'], ['1507', 'Kabupaten Tanjung Jabung Barat', '3'], ['1571', 'Kota Jambi', '5']]);
    expect(await shown(ask, 1)).toEqual([['15', 'Jambi', '12']]);
    const { dimensions } = await ask('overview', { maps: false, language: 'id' });
    expect(dimensions[0]?.levels).toEqual([{ level: 1, title: { id: 'Provinsi', en: 'Province' } }, { level: 2, title: { id: 'Kabupaten atau kota', en: 'Regency or city' } }]);
    expect((await ask('lineage', { text: 'jumlah.peringkat;wilayah=1507;tahun=2025', language: 'id' })).figure.value).toBe('3');
    expect((await ask('chart', ChartQuery.parse({ kind: 'map', column: 'jumlah' })))).toMatchObject({ regions: 'bps', points: [{ label: 'Kabupaten Tanjung Jabung Timur' }, {}, {}] });
  });

  it('name villages, and add them up by districts', async () => {
    const { ask } = await opened([key('wilayah', { type: 'region' })], [row('15.07.01.2001', '3'), row('15.07.01.1010', '4'), row('91.01', '5')]);
    expect((await shown(ask, 4)).map(([value, label]) => [value, label !== value])).toEqual([['15.07.01.1010', true], ['15.07.01.2001', true]]);
    expect(await shown(ask, 3)).toEqual([['15.07.01', 'Muara Sabak Timur', '7']]);
    // A code that has ended is still called what it was.
    expect(await shown(ask, 2)).toContainEqual(['91.01', 'Kabupaten Merauke', '5']);
  });

  it('name the codes of the office’s own lists in the reader’s language, and add them up by what they lie in; what is in no list lies in nothing', async () => {
    const { ask } = await opened([key('wilayah', { type: 'region', list: 'wilayah-kerja' }), key('pasar', { list: 'jenis-pasar' })], [row('p1', '3', { pasar: 'R' }), row('p2', '4', { pasar: 'R' }), row('p9', '9', { pasar: 'X' })]);
    expect([await shown(ask, 1), await shown(ask, 1, 'en'), await shown(ask, 2)]).toEqual([[['U', 'Utara', '7']], [['U', 'North', '7']], [['p1', 'Kuala Tungkal', '3'], ['p2', 'Betara', '4']]]);
    expect(await shown(ask, 0)).toEqual([['p9', 'p9', '9']]);
    const { dimensions } = await ask('overview', { maps: false, language: 'en' });
    expect(dimensions[0]?.levels.map(({ title }) => title.en)).toEqual(['Not in the code list', 'Wilayah', 'Puskesmas']);
    expect((await ask('results', 'en')).slice(0, 1)).toMatchObject([{ wilayah: 'Kuala Tungkal, People’s market' }]);
    expect((await ask('lineage', { text: 'jumlah;wilayah=p1;pasar=R;tahun=2025', language: 'en' })).title).toEqual({ id: 'Jumlah, Kuala Tungkal, Pasar rakyat, 2025', en: 'Jumlah, Kuala Tungkal, People’s market, 2025' });
  });

  it('are other figures once a list says something else, also where a process of its own computes them', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => ({ ...row(index % 2 ? 'p1' : 'p2', '1'), tahun: String(1_000 + Math.floor(index / 2)) }));
    const { ask, dataset } = await opened([key('wilayah', { type: 'region', list: 'wilayah-kerja' })], many);
    expect(await shown(ask, 2)).toEqual([['p1', 'Kuala Tungkal', '1'], ['p2', 'Betara', '1']]);
    await world.as(PEOPLE.staf, () => world.app.get(CodeEdits).edit('wilayah-kerja', { version: 1, note: '', codes: [{ code: 'p1', titleId: 'Tungkal Kota' }] }));
    expect(await shown((await world.app.get(AnalysisDesk).of(dataset)).ask, 2)).toEqual([['p1', 'Tungkal Kota', '1'], ['p2', 'Betara', '1']]);
  });
});
