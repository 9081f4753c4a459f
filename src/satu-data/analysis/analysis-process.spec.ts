import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { JobGivenUp, JobRunner } from '../shared/job-runner.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { ChartQuery, TableQuery } from './analysis.schemas.js';

const ROWS = 20_000;
/** The regencies of Jambi in very many years. */
const large = Array.from({ length: ROWS }, (_, index) => ({ ...JAMBI_POPULATION_2024[index % 11], tahun: String(1000 + Math.floor(index / 11)), jumlah: String(index) }));

describe('a large table', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  const asked = () => world.app.get(AnalysisDesk).of(dataset);

  beforeAll(async () => {
    world = await satuDataWorld();
    dataset = await analysedDataset(world, 2025, large);
  });
  afterAll(async () => {
    await world.app.close();
    await world.close();
  });

  it('is asked in a process of its own, and everybody else is answered meanwhile', async () => {
    const { ask } = await asked();
    // The process has read its code; the table is read with the question.
    await (await world.app.get(AnalysisDesk).ofTable(dataset)).ask('summary', null);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 10);
    const begun = performance.now();
    const view = await ask('overview', { maps: false, language: 'id' });
    const report = await ask('report', '{{jumlah;tahun=1000}}');
    clearInterval(timer);
    expect([view.rows, report.shown.jumlahBaris]).toEqual([ROWS, ROWS]);
    expect(report.shown.bagian[0]?.paragraf?.[0]?.teks).toBe('55 jiwa');
    expect(turns).toBeGreaterThan((performance.now() - begun) / 10 / 4);
  });

  it('has the figures that a small one has', async () => {
    const { ask } = await asked();
    const { rows, total } = await ask('table', { ...TableQuery.parse({ column: 'jumlah', period: '1001' }), language: 'id' });
    expect(rows.find(({ value }) => value === '15.01')).toMatchObject({ nilai: { value: '11' }, selisih: { value: '11' } });
    expect(total.value).toBe(String(11 * 16));
    expect((await ask('chart', ChartQuery.parse({ kind: 'bar', column: 'jumlah', period: '1001' }))).points[0]).toMatchObject({ value: '21' });
    expect(await ask('lineage', { text: 'jumlah;kode_wilayah=15.01;tahun=1001', language: 'id' })).toMatchObject({ figure: { value: '11' }, cells: [{ row: 13 }], used: [{ other: null, table: 0 }] });
  });

  it('is listed in forms as far as anybody reads, with the way to the rest', async () => {
    const rows = await (await asked()).ask('results', 'id');
    expect(rows[200]).toMatchObject({ wilayah: '119.800 angka lain', asal: { tautan: `/satu-data/analysis/${dataset.id}` } });
  });

  it('is read anew when another delivery counts', async () => {
    const second = await analysedDataset(world, 2026, large.map((row) => ({ ...row, jumlah: '1' })), { slug: 'lain' });
    const total = async (one: DatasetEntity) => (await (await world.app.get(AnalysisDesk).of(one)).ask('table', { ...TableQuery.parse({ column: 'jumlah', period: '1001' }), language: 'id' })).total.value;
    expect([await total(dataset), await total({ ...dataset, deliveryId: second.deliveryId })]).toEqual(['176', '11']);
  });

  it('that takes too long or too much memory is refused with what to do', async () => {
    const run = jest.spyOn(JobRunner.prototype, 'run').mockRejectedValueOnce(new JobGivenUp('too much'));
    const { ask } = await asked();
    await expect(ask('overview', { maps: false, language: 'id' })).rejects.toMatchObject({ code: 'analysis-too-large', status: 422, text: { id: expect.stringContaining('Bagi dataset ini') as string, en: expect.stringContaining('Divide this data set') as string } });
    run.mockRestore();
    expect((await ask('overview', { maps: false, language: 'id' })).rows).toBe(ROWS);
  });

  it('says what it does not have as a small one does', async () => {
    const { ask } = await asked();
    await expect(ask('lineage', { text: 'jumlh', language: 'id' })).rejects.toMatchObject({ code: 'analysis-query', status: 422, text: { id: expect.stringContaining('Mungkin maksudnya “jumlah”') as string } });
  });
});
