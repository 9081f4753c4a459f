import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operateWorld, type OperateWorld, type Passed } from '../../../../test/support/operate-world.js';
import { diagramOf, END, flows, START, userTask } from '../../../../test/support/paper.js';
import { HeavyReads } from '../../kernel/index.js';
import { Conformance } from './conformance.service.js';
import { asCsv } from './csv.js';
import { References } from './references.service.js';

const SHIPPED = diagramOf('uji', START + userTask('susun') + userTask('periksa') + userTask('kirim') + END + flows(['mulai', 'susun'], ['susun', 'periksa'], ['periksa', 'susun'], ['periksa', 'kirim'], ['kirim', 'selesai']));
const SHORT = diagramOf('uji', START + userTask('susun') + userTask('titip') + userTask('kirim') + END + flows(['mulai', 'susun'], ['susun', 'titip'], ['titip', 'kirim'], ['kirim', 'selesai']));
const QUERY = { procedure: 'uji', days: 'all' as const, process: '', reference: '' };

describe('what cases did, beside the order as shipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-shipped-'));
  let world: OperateWorld;
  let reads: HeavyReads;
  let conformance: Conformance;
  /** Steps one after the other, an hour each. */
  const went = (...elements: string[]): Passed[] => elements.map((element, n) => ({ element, from: 50 - n, to: 49 - n, ...(element.includes('#') && { type: 'multiInstanceBody' }) }));

  beforeAll(async () => {
    mkdirSync(join(folder, 'bpmn'));
    writeFileSync(join(folder, SHIPPED.path), SHIPPED.content);
    world = await operateWorld();
    reads = new HeavyReads(world.database);
    const { database, clock, releases, facts, list } = world;
    conformance = new Conformance(reads, database, clock, new References(releases, { paths: [folder] }), facts, list);
    await world.release('r1', 1, 'retired', [SHIPPED]);
    await world.release('r2', 2, 'live', [SHORT]);
    await world.tell('a-lurus', { row: { startedAt: world.ago(60) }, passed: went('susun', 'periksa', 'kirim') });
    await world.tell('b-berulang', { passed: went('susun', 'periksa', 'susun', 'periksa', 'susun', 'periksa', 'kirim') });
    await world.tell('c-dua-kali', { passed: went('susun', 'periksa', 'susun', 'periksa') });
    await world.tell('d-lewat', { release: 'r2', passed: went('susun', 'titip', 'kirim') });
    await world.tell('e-terbalik', { passed: went('susun', 'kirim', 'periksa') });
    await world.tell('f-baru', { passed: [{ element: 'susun', from: 2, to: null }] });
    await world.tell('g-banyak', { passed: went('susun', 'periksa', 'kirim#multiInstanceBody', 'kirim', 'kirim') });
    await world.tell('h-dahulu', { row: { startedAt: world.ago(24 * 400) }, passed: went('kirim') });
  });
  afterAll(async () => {
    await reads.onModuleDestroy();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('is counted by step: passed, skipped, repeated, out of order; one that is not there yet is not skipped', async () => {
    const { steps, cases, runs, reference } = await conformance.of({ ...QUERY, days: '90' });
    expect([cases, runs, reference.version]).toEqual([7, 7, null]);
    expect(steps).toEqual([
      { elementId: 'susun', name: 'SUSUN', passed: 7, skipped: 0, looped: 2, usually: 2, most: 3, disordered: 0, items: 0 },
      { elementId: 'periksa', name: 'PERIKSA', passed: 5, skipped: 1, looped: 2, usually: 2, most: 3, disordered: 1, items: 0 },
      { elementId: 'kirim', name: 'KIRIM', passed: 5, skipped: 0, looped: 0, usually: 0, most: 0, disordered: 0, items: 2 },
    ]);
    expect((await conformance.of(QUERY)).steps.map(({ skipped }) => skipped)).toEqual([1, 2, 0]);
  });

  it('tells what the reference does not know; another version may be the reference', async () => {
    expect((await conformance.of(QUERY)).others).toMatchObject([{ elementId: 'titip', name: 'TITIP', passed: 1 }]);
    expect((await conformance.of(QUERY)).reference.id).toBe('shipped');
    const own = new Conformance(reads, world.database, world.clock, new References(world.releases, { paths: [] }), world.facts, world.list);
    expect((await own.of(QUERY)).reference.version).toBe(2);
    const other = await conformance.of({ ...QUERY, reference: 'r2' });
    expect(other.references).toEqual([{ id: 'shipped', version: null }, { id: 'r2', version: 2 }, { id: 'r1', version: 1 }]);
    expect(other.reference.version).toBe(2);
    expect(other.steps.map(({ elementId, skipped }) => [elementId, skipped])).toEqual([['susun', 1], ['titip', 5], ['kirim', 0]]);
  });

  it.each([
    ['skipped', 'periksa', ['h-dahulu', 'd-lewat']],
    ['disordered', 'periksa', ['e-terbalik']],
    ['looped', 'susun', ['c-dua-kali', 'b-berulang']],
    ['passed', 'titip', ['d-lewat']],
    ['skipped', 'titip', []],
  ] as const)('lists the cases behind each figure: %s at %s', async (kind, step, expected) => {
    const page = await conformance.cases({ ...QUERY, kind, step, limit: 20 });
    expect(page.items.map(({ id }) => id)).toEqual(expected);
  });

  it('lists them page by page', async () => {
    const first = await conformance.cases({ ...QUERY, kind: 'passed', step: 'susun', limit: 4 });
    expect(first.next).toBe('d-lewat');
    const rest = await conformance.cases({ ...QUERY, kind: 'passed', step: 'susun', limit: 4, cursor: first.next as string });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['c-dua-kali', 'b-berulang', 'a-lurus'], null]);
  });

  it('is a table for a spreadsheet, in which no name is a formula', async () => {
    const found = await conformance.of({ ...QUERY, days: '90' });
    const [head, first, second, , last] = asCsv({ ...found, steps: found.steps.map((step, n) => (n ? step : { ...step, name: '=A1"' })) }, 'id').split('\r\n');
    expect([head, first, second, last]).toEqual(['\uFEFF"Langkah";"Dilalui";"Dilewati";"Berulang";"Biasanya berapa kali";"Paling banyak";"Tidak berurutan";"Jumlah butir";"Ada di acuan"', '"\'=A1""";7;0;2;2;3;0;0;"ya"', '"PERIKSA";5;1;2;2;3;1;0;"ya"', '"TITIP";1;"";0;0;0;"";0;"tidak"']);
  });

  it.each([{ procedure: 'tidak-ada' }, { reference: 'r9' }, { process: 'lain' }])('is not there for %j', async (more) => {
    await expect(conformance.of({ ...QUERY, ...more })).rejects.toMatchObject({ status: 404 });
  });
});
