import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { PublicationEntity } from './publication.entity.js';
import { PublicationRepository } from './publication.repository.js';

const at = (index: number): Date => new Date(Date.UTC(2026, 2, 1, 0, index));
const publication = (index: number): PublicationEntity => ({
  id: `p${index}`, slug: `data-${String(index).padStart(4, '0')}`, datasetId: 'd', periodId: index % 2 ? 'ganjil' : 'genap', periodTitle: 'Sintetis', officeCode: 'DUKCAPIL', officeName: 'Dukcapil', title: `Data ${index} (sintetis)`, definition: 'Banyaknya', unit: 'jiwa',
  metadata: { code: '1', ddpCode: '-', kind: 'statistik', riskClass: 'terbuka', classification: null, schedule: null, method: null, dataPeriod: null, referenceSource: null, contact: null },
  columns: [], rows: [{ jumlah: '1' }], rowCount: 1, chart: null, provenance: null, totals: {}, totalsOf: null, hidden: null, licence: 'CC-BY-4.0', publishedAt: at(index), modifiedAt: at(index), fileId: 'f', fileSize: 1, sha256: 'a',
});

describe('lists of what is published', () => {
  const COUNT = 450;
  let world: SatuDataWorld;
  let publications: PublicationRepository;
  beforeAll(async () => {
    world = await satuDataWorld();
    publications = new PublicationRepository(world.database);
    const all = Array.from({ length: COUNT }, (_, index) => publication(index));
    await world.database.tx(async (db) => {
      for (let start = 0; start < COUNT; start += 50) await db.insert(PublicationEntity, all.slice(start, start + 50));
    });
  });
  afterAll(() => world.close());

  it('find a page, newest first, without the tables', async () => {
    const { count, results } = await publications.search({ q: 'data sintetis', start: 20, rows: 10 });
    expect([count, results.map(({ id }) => id)]).toEqual([COUNT, Array.from({ length: 10 }, (_, index) => `p${COUNT - 21 - index}`)]);
    expect(results[0]).not.toHaveProperty('rows');
    expect(results[0]).toMatchObject({ title: 'Data 429 (sintetis)', metadata: { kind: 'statistik' } });
  });

  it('are whole where a catalogue has all, read in pages', async () => {
    const asked = jest.spyOn(world.database.read.connection.logger, 'logQuery');
    const all = await publications.all();
    expect([all.length, new Set(all.map(({ slug }) => slug)).size, asked.mock.calls.length]).toEqual([COUNT, COUNT, 3]);
    expect(asked.mock.calls.every(([query]) => !/"?rows"?/.test(query))).toBe(true);
  });

  it('find one by name or id with what is asked for, and its table only where that is', async () => {
    const asked = jest.spyOn(world.database.read.connection.logger, 'logQuery');
    asked.mockClear();
    expect(await publications.find('p4')).toMatchObject({ slug: 'data-0004', fileId: 'f' });
    expect(await publications.find('data-0004', 'columns', 'chart')).toMatchObject({ id: 'p4', columns: [], chart: null });
    expect([asked.mock.calls.length, asked.mock.calls.every(([query]) => !/"?rows"?/.test(query))]).toEqual([2, true]);
    expect(await publications.find('data-0004', 'rows')).toMatchObject({ rows: [{ jumlah: '1' }] });
    expect(await publications.find('tidak-ada')).toBeNull();
  });

  it('are names alone, in their order, as many as are asked for', async () => {
    expect(await publications.slugs({ offset: 448 })).toEqual(['data-0448', 'data-0449']);
    expect(await publications.slugs({ offset: 1, limit: 2 })).toEqual(['data-0001', 'data-0002']);
    expect(await publications.countOfPeriod('genap')).toBe(225);
  });

  it("are renewed by the office that published them, and never taken over by another one's of the same name", async () => {
    const renewed = await world.database.tx((db) => publications.upsert(db, { ...publication(3), id: 'other', title: 'Data 3, diperbarui' }));
    expect(renewed).toMatchObject({ id: 'p3', publishedAt: at(3) });
    const others = { ...publication(3), id: 'other', officeCode: 'BKPSDM', officeName: 'BKPSDM' };
    await expect(world.database.tx((db) => publications.upsert(db, others))).rejects.toMatchObject({ text: { id: expect.stringContaining('"data-0003" sudah memuat dataset "Data 3, diperbarui" milik Dukcapil') as string } });
    expect(await publications.find('data-0003')).toMatchObject({ officeCode: 'DUKCAPIL', title: 'Data 3, diperbarui' });
  });
});
