import { diagramOf, END, flows, START, userTask } from '../../../../test/support/paper.js';
import { operateWorld, type OperateWorld } from '../../../../test/support/operate-world.js';
import { CaseSearch } from './case-search.service.js';
import { CaseSearchQuery } from './search.schemas.js';

describe('cases, searched by what the office knows of them', () => {
  let world: OperateWorld;
  let search: CaseSearch;
  const found = async (query: object) => (await search.page(CaseSearchQuery.parse({ procedure: 'uji', ...query }))).items.map(({ id }) => id);

  beforeAll(async () => {
    world = await operateWorld();
    search = new CaseSearch(world.database, world.clock, world.list);
    await world.release('r1', 1, 'live', [diagramOf('uji', START + userTask('periksa') + END + flows(['mulai', 'periksa'], ['periksa', 'selesai']))]);
    await world.tell('a', { row: { title: 'Izin Usaha Melati', startedAt: world.ago(24 * 10) }, variables: { nomor: '503/12', tahun: 2026 }, passed: [{ element: 'periksa', from: 1, task: { name: 'Memeriksa izin' } }] });
    await world.tell('b', { row: { title: 'Izin 100%', startKey: 'usul-77', startedAt: world.ago(24 * 100) }, variables: { nomor: '503/99', pemohon: 'Melati' }, passed: [{ element: 'periksa', from: 1, to: 0 }] });
    await world.tell('c', { row: { title: 'Izin lama', state: 'ended', endedAt: world.ago(3) }, variables: { nomor: '400/12' } });
    await world.tell('d', { row: { title: 'Melati', procedureKey: 'lain' } });
    await world.incident('i', 'b');
  });
  afterAll(() => world.close());

  it('finds title, number, key and each field, whatever the case of letters', async () => {
    expect(await found({})).toEqual(['c', 'b', 'a']);
    expect(await found({ q: 'melati' })).toEqual(['b', 'a']);
    expect(await found({ q: '503/' })).toEqual(['b', 'a']);
    expect(await found({ q: '2026' })).toEqual(['a']);
    expect(await found({ q: 'USUL-77' })).toEqual(['b']);
    expect(await found({ q: 'c' })).toEqual(['c']);
    expect(await found({ q: 'nomor' })).toEqual([]);
  });

  it('takes signs of the search language as they are', async () => {
    expect(await found({ q: '100%' })).toEqual(['b']);
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ q: '!' })).toEqual([]);
  });

  it('looks in one field, and says where it found it and where the case stands', async () => {
    expect(await found({ q: '12', field: 'nomor' })).toEqual(['c', 'a']);
    expect(await found({ q: 'melati', field: 'pemohon' })).toEqual(['b']);
    const { items } = await search.page(CaseSearchQuery.parse({ procedure: 'uji', q: '2026' }));
    expect(items).toMatchObject([{ match: { name: 'tahun', value: '2026' }, steps: ['Memeriksa izin'], releaseVersion: 1, openTasks: 1 }]);
  });

  it('narrows by state, age, step and trouble, a page at a time', async () => {
    expect(await found({ state: 'running' })).toEqual(['b', 'a']);
    expect(await found({ state: 'ended' })).toEqual(['c']);
    expect(await found({ from: '7', to: '30' })).toEqual(['a']);
    expect(await found({ from: '90' })).toEqual(['b']);
    expect(await found({ process: 'uji', element: 'periksa' })).toEqual(['a']);
    expect(await found({ process: 'lain', element: 'periksa' })).toEqual([]);
    expect(await found({ troubled: '1' })).toEqual(['b']);
    const first = await search.page(CaseSearchQuery.parse({ procedure: 'uji', limit: 2 }));
    expect([first.items.length, first.next]).toEqual([2, 'b']);
    expect(await found({ cursor: 'b' })).toEqual(['a']);
  });
});
