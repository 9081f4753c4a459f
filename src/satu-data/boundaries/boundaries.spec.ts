import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { CodeEdits } from '../code-lists/code-edit.service.js';
import { BoundaryService } from './boundary.service.js';
import { readBoundaries } from './read-boundaries.js';

/** A square of a tenth of a degree; made up (sintetis). */
const square = (x: number, y: number) => [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]];
const region = (code: unknown, coordinates: unknown = square(103, -1), type = 'Polygon') => ({ type: 'Feature', properties: { KODE: code }, geometry: { type, coordinates } });
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('boundaries of regions', () => {
  it('reads polygons and groups of polygons', () => {
    const read = readBoundaries(file(region('15.06'), region('15.07', [square(103.1, -1), square(103.3, -1)], 'MultiPolygon')), 'KODE');
    expect(read).toMatchObject({ shapes: [{ code: '15.06', rings: [{ length: 5 }] }, { code: '15.07', rings: [{}, {}] }] });
  });

  it.each([
    ['what is no JSON', '{', 'bukan JSON yang utuh'],
    ['another kind of JSON', '{"type":"Topology"}', 'FeatureCollection'],
    ['nothing', file(), 'tidak memuat satu wilayah pun'],
    ['a property that is not there', JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { NAMA: 'x' } }] }), 'tidak ada kode pada “KODE”. Yang ada: NAMA'],
    ['a region twice', file(region('15.06'), region('15.06')), 'Wilayah 15.06 ada dua kali'],
    ['a code that lost a nought', file(region(15.1)), 'tidak ada kode pada “KODE”. Yang ada: KODE'],
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
    const read = readBoundaries(file(...Array.from({ length: 14 }, () => region(''))), 'KODE');
    expect('shapes' in read ? [] : read.slice(10)).toEqual([{ id: '… dan 4 masalah lain.', en: '… and 4 other problems.' }]);
  });

  describe('kept', () => {
    let world: SatuDataWorld;
    let service: BoundaryService;
    const upload = (content: string) => world.put({ name: 'batas.geojson', type: 'application/geo+json', content: Buffer.from(content), officeId: 'o-kominfo' });
    const outlines = (codes: readonly string[], scheme = 'kemendagri') => service.outlines(codes, scheme);
    const add = (fileId: string, source = 'Sintetis', scheme = 'kemendagri') => as(() => service.add({ fileId, property: 'KODE', scheme, source }));
    const as = <T>(work: () => Promise<T>) => world.as(PEOPLE.staf, work);
    beforeEach(async () => {
      world = await satuDataWorld();
      service = world.app.get(BoundaryService);
    });
    afterEach(() => world.close());

    it('keeps what is right, finds the file that has most of the regions, and gives their neighbours too', async () => {
      expect([await service.any(), await outlines(['15.06'])]).toEqual([false, null]);
      const { id: few } = await upload(file(region('15.06')));
      const { id: many } = await upload(file(region('15.06'), region('15.07'), region('15.08'), region('16.01')));
      await add(few, 'Sintetis satu');
      const added = await add(many, 'Sintetis dua');
      expect(added).toMatchObject({ level: 2, regions: 4, by: 'staf', fileName: 'batas.geojson' });
      const found = await outlines(['15.06', '15.07']);
      expect([found?.source, found?.shapes.map(({ code }) => code)]).toEqual(['Sintetis dua', ['15.06', '15.07', '15.08']]);
      await as(() => service.remove(added.id));
      expect((await outlines(['15.06', '15.07']))?.source).toBe('Sintetis satu');
      expect(world.audit).toEqual(['boundaries.added', 'boundaries.added', 'boundaries.removed']);
    });

    it('refuses a wrong file with its faults, one that is too large, and an id that is none', async () => {
      const { id: wrong } = await upload(file(region('15.99')));
      await expect(add(wrong)).rejects.toMatchObject({ problems: [{ path: 'fileId', message: { en: expect.stringContaining('15.99') as string } }] });
      const { id: large } = await upload(' '.repeat(8_000_001));
      await expect(add(large)).rejects.toMatchObject({ problems: [{ message: { en: expect.stringContaining('larger than 8 MB') as string } }] });
      await expect(as(() => service.remove('tidak-ada'))).rejects.toMatchObject({ code: 'not-found' });
      expect(await service.list()).toEqual([]);
    });

    const refused = (features: unknown[], scheme = 'kemendagri') => upload(file(...features)).then(({ id }) => add(id, 'Sintetis', scheme)).then(() => [], (error: { problems: { path: string; message: { id: string } }[] }) => error.problems.map(({ path, message }) => `${path}: ${message.id}`));

    it('takes codes of the list that the file names, and says what is wrong with the others', async () => {
      expect(await refused([region('1507'), region('15.99')])).toEqual([
        'fileId: 1507 adalah kode Kabupaten Tanjung Jabung Barat dalam daftar “Wilayah (kode BPS)”, bukan dalam “Wilayah (kode Kemendagri)”. Pilih daftar itu untuk berkas ini, atau tulis 15.06.',
        'fileId: Kode 15.99 tidak ada dalam daftar “Wilayah (kode Kemendagri)”. Perbaiki kodenya, atau tambahkan pada Daftar kode.',
      ]);
      expect(await refused([region('15.06'), region('15.06.01')])).toEqual(['fileId: Semua wilayah harus setingkat, misalnya semuanya kecamatan.']);
      expect(await refused([region('15.06')], 'tidak-ada')).toEqual([expect.stringContaining('scheme: Daftar kode “tidak-ada” tidak ada')]);
      const { id } = await upload(file(region(1507), region('1506')));
      expect(await add(id, 'Sintetis', 'bps')).toMatchObject({ level: 2, list: { id: 'Wilayah (kode BPS)' } });
      // Ended codes as well: there are maps of earlier years. And villages, which only the whole list has.
      expect(await refused([region('91.01')])).toEqual([]);
      expect((await add((await upload(file(region('15.07.01.2001')))).id)).level).toBe(4);
    });

    it('draws data with the codes of one list from a file with those of the other, by the bridge', async () => {
      await add((await upload(file(region('15.06'), region('15.07')))).id);
      expect((await outlines(['1507'], 'bps'))?.shapes.map(({ code }) => code).toSorted()).toEqual(['1506', '1507']);
      expect(await outlines(['orang'], 'satuan')).toBeNull();
    });

    it('takes the codes that the office has added, also of a list of its own', async () => {
      await as(() => world.app.get(CodeEdits).create({ title: 'Wilayah kerja puskesmas' }));
      await as(() => world.app.get(CodeEdits).edit('wilayah-kerja-puskesmas', { version: 0, note: '', codes: [{ code: 'P1', titleId: 'Kuala Tungkal' }] }));
      await as(() => world.app.get(CodeEdits).edit('kemendagri', { version: 0, note: '', codes: [{ code: '15.06.99', titleId: 'Kecamatan baru', parent: '15.06', level: 'kecamatan' }] }));
      expect(await refused([region('P1')], 'wilayah-kerja-puskesmas')).toEqual([]);
      expect(await refused([region('15.06.99')])).toEqual([]);
      expect((await outlines(['P1'], 'wilayah-kerja-puskesmas'))?.shapes).toMatchObject([{ code: 'P1' }]);
    });
  });
});
