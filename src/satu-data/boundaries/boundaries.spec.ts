import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { BoundaryService } from './boundary.service.js';
import { readBoundaries } from './read-boundaries.js';

/** A square of a tenth of a degree; made up (sintetis). */
const square = (x: number, y: number) => [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]];
const region = (code: unknown, coordinates: unknown = square(103, -1), type = 'Polygon') => ({ type: 'Feature', properties: { KODE: code }, geometry: { type, coordinates } });
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('boundaries of regions', () => {
  it('reads polygons and groups of polygons', () => {
    const read = readBoundaries(file(region('15.06'), region('15.07', [square(103.1, -1), square(103.3, -1)], 'MultiPolygon')), 'KODE');
    expect(read).toMatchObject({ level: 2, shapes: [{ code: '15.06', rings: [{ length: 5 }] }, { code: '15.07', rings: [{}, {}] }] });
  });

  it.each([
    ['what is no JSON', '{', 'bukan JSON yang utuh'],
    ['another kind of JSON', '{"type":"Topology"}', 'FeatureCollection'],
    ['nothing', file(), 'tidak memuat satu wilayah pun'],
    ['a property that is not there', JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { NAMA: 'x' } }] }), 'tidak ada kode pada “KODE”. Yang ada: NAMA'],
    ['codes of BPS', file(region('1507')), 'bukan kode Kemendagri. Tulis dengan titik'],
    ['a code that no region has', file(region('15.99')), 'Kode 15.99 tidak terdaftar'],
    ['a region twice', file(region('15.06'), region('15.06')), 'Wilayah 15.06 ada dua kali'],
    ['regions of several levels', file(region('15.06'), region('15.06.01')), 'setingkat'],
    ['a line', file(region('15.06', [[103, -1], [104, -1]], 'LineString')), 'poligon tertutup'],
    ['an open ring', file(region('15.06', [[[103, -1], [104, -1], [104, 0], [103, 0]]])), 'poligon tertutup'],
    ['a place that is none', file(region('15.06', [[['a', -1], [104, -1], [104, 0], ['a', -1]]])), 'poligon tertutup'],
    ['latitude before longitude', file(region('15.06', [[[-1, 103], [-1, 104], [0, 104], [-1, 103]]])), 'di luar Indonesia'],
    ['no feature', file(null), 'tidak ada kode'],
  ])('refuses %s', (_, content, words) => {
    const read = readBoundaries(content, 'KODE');
    expect('shapes' in read ? [] : read.map(({ id }) => id)).toEqual([expect.stringContaining(words)]);
  });

  it('names the first ten faults, and counts the rest', () => {
    const read = readBoundaries(file(...Array.from({ length: 14 }, () => region('1507'))), 'KODE');
    expect('shapes' in read ? [] : read.slice(10)).toEqual([{ id: '… dan 4 masalah lain.', en: '… and 4 other problems.' }]);
  });

  describe('kept', () => {
    let world: SatuDataWorld;
    let service: BoundaryService;
    const upload = (content: string) => world.put({ name: 'batas.geojson', type: 'application/geo+json', content: Buffer.from(content), officeId: 'o-kominfo' });
    const as = <T>(work: () => Promise<T>) => world.as(PEOPLE.staf, work);
    beforeEach(async () => {
      world = await satuDataWorld();
      service = world.app.get(BoundaryService);
    });
    afterEach(() => world.close());

    it('keeps what is right, finds the file that has most of the regions, and gives their neighbours too', async () => {
      expect([await service.any(), await service.outlines(['15.06'])]).toEqual([false, null]);
      const { id: few } = await upload(file(region('15.06')));
      const { id: many } = await upload(file(region('15.06'), region('15.07'), region('15.08'), region('16.01')));
      await as(() => service.add({ fileId: few, property: 'KODE', source: 'Sintetis satu' }));
      const added = await as(() => service.add({ fileId: many, property: 'KODE', source: 'Sintetis dua' }));
      expect(added).toMatchObject({ level: 2, regions: 4, by: 'staf', fileName: 'batas.geojson' });
      const outlines = await service.outlines(['15.06', '15.07']);
      expect([outlines?.source, outlines?.shapes.map(({ code }) => code)]).toEqual(['Sintetis dua', ['15.06', '15.07', '15.08']]);
      await as(() => service.remove(added.id));
      expect((await service.outlines(['15.06', '15.07']))?.source).toBe('Sintetis satu');
      expect(world.audit).toEqual(['boundaries.added', 'boundaries.added', 'boundaries.removed']);
    });

    it('refuses a wrong file with its faults, one that is too large, and an id that is none', async () => {
      const { id: wrong } = await upload(file(region('15.99')));
      await expect(as(() => service.add({ fileId: wrong, property: 'KODE', source: 'Sintetis' }))).rejects.toMatchObject({ problems: [{ path: 'fileId', message: { en: expect.stringContaining('15.99') as string } }] });
      const { id: large } = await upload(' '.repeat(8_000_001));
      await expect(as(() => service.add({ fileId: large, property: 'KODE', source: 'Sintetis' }))).rejects.toMatchObject({ problems: [{ message: { en: expect.stringContaining('larger than 8 MB') as string } }] });
      await expect(as(() => service.remove('tidak-ada'))).rejects.toMatchObject({ code: 'not-found' });
      expect(await service.list()).toEqual([]);
    });
  });
});
