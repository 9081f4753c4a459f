import { analysedDataset } from '../../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../../test/support/satu-data-world.js';
import type { CollectedTable, OwnAnalysis, TaskContext } from '../../../sdk/index.js';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../../deliveries/delivery-table.entity.js';
import { LetterData } from '../../letters/letter-data.js';
import { JAMBI_POPULATION_2024 } from '../../reference/index.js';
import { AnalysisDesk } from '../analysis-desk.service.js';
import { OwnAnalyses } from './own-analyses.service.js';

const jambi = JAMBI_POPULATION_2024.map((row) => ({ ...row }));

const STEP = { id: 'Mencari wilayah terbanyak', en: 'Find the greatest region' };
/** The regency with the most people for each woman, as a developer's handler would write it. */
const mostMen = ({ rows }: CollectedTable): OwnAnalysis => ({
  key: 'paling-banyak-laki-laki', title: { id: 'Wilayah dengan laki-laki terbanyak', en: 'Region with the most men' }, method: { id: 'Baris dengan nilai terbesar.', en: 'The row with the greatest value.' },
  columns: [{ name: 'wilayah', title: { id: 'Wilayah', en: 'Region' } }, { name: 'nilai', title: { id: 'Laki-laki', en: 'Men' }, number: true }],
  rows: [...rows].sort((a, b) => Number(b['laki_laki']) - Number(a['laki_laki'])).slice(0, 1).map((row) => ({ wilayah: row['kode_wilayah'] ?? null, nilai: row['laki_laki'] ?? null })),
});

describe('analyses of one’s own', () => {
  let world: SatuDataWorld;
  let tables: OwnAnalyses;
  let dataset: DatasetEntity;
  const keep = (table: Pick<CollectedTable, 'id' | 'hash'>, analysis: OwnAnalysis) =>
    world.database.tx((db) => tables.keep(db, { topic: 'analisis.contoh', title: STEP, caseId: dataset.periodId } as TaskContext, table, analysis));
  const report = async () => (await world.app.get(LetterData).report(await world.app.get(AnalysisDesk).of(dataset))).data;

  beforeAll(async () => {
    world = await satuDataWorld();
    tables = world.app.get(OwnAnalyses);
    dataset = await analysedDataset(world, 2025, jambi);
  });
  afterAll(() => world.close());

  it('read the tables of a case that passed verification, with empty cells as null', async () => {
    expect(await tables.ofCase(dataset.periodId)).toMatchObject([{ id: dataset.id, title: dataset.title, officeId: dataset.officeId }]);
    expect(await tables.ofCase('another')).toEqual([]);
    const table = await tables.read(dataset.id);
    expect(table.columns.find(({ name }) => name === 'luas_km2')).toEqual({ name: 'luas_km2', title: 'Luas wilayah', type: 'number', unit: 'km²', key: false });
    expect(table.rows.find((row) => row['kode_wilayah'] === '15.06')).toMatchObject({ laki_laki: '173688', kepadatan: '60.78' });
    // A small table is there as a whole, at once and page by page.
    const paged: CollectedTable['rows'][number][] = [];
    for await (const page of tables.pages(table)) paged.push(...page);
    expect([table.rowCount, table.summed, paged]).toEqual([table.rows.length, undefined, table.rows]);
    await expect(tables.read('nowhere')).rejects.toThrow(/Could not find any entity/);
  });

  it('stand in the report and on the page until the table is another', async () => {
    const table = await tables.read(dataset.id);
    await keep(table, { ...mostMen(table), rows: [] });
    await keep(table, mostMen(table));
    expect(world.audit).toContain('dataset.own-analysis');
    expect((await report())['analisisLain']).toEqual([expect.objectContaining({ judul: 'Wilayah dengan laki-laki terbanyak', langkah: STEP.id, rujukan: '', baris: [{ wilayah: '15.71', nilai: expect.stringMatching(/^\d{6}$/) }] })]);
    const { rows } = await world.database.read.findOneByOrFail(DeliveryTableEntity, { deliveryId: dataset.deliveryId as string });
    await world.database.tx((db) => db.update(DeliveryTableEntity, { deliveryId: dataset.deliveryId as string }, { rows: rows.map((row, index) => (index === 0 ? { ...row, laki_laki: '1' } : row)) }));
    expect((await report())['analisisLain']).toEqual([]);
    expect(await world.as(PEOPLE.staf, async () => tables.made(await world.app.get(AnalysisDesk).of(dataset)))).toMatchObject([{ key: 'paling-banyak-laki-laki', stepTitle: STEP, current: false }]);
  });

  it('say what a developer has to change', async () => {
    const table = await tables.read(dataset.id);
    const good = mostMen(table);
    await expect(keep(table, { ...good, key: 'Bukan kunci' })).rejects.toThrow('lower case letters, digits and hyphens');
    await expect(keep(table, { ...good, columns: [] })).rejects.toThrow('has no columns');
    await expect(keep(table, { ...good, rows: Array.from({ length: 501 }, () => ({})) })).rejects.toThrow('has 501 rows; at most 500');
    await expect(keep(table, { ...good, rows: [{ lain: '1' }] })).rejects.toThrow('Row 1 of the analysis "paling-banyak-laki-laki" has a column "lain"');
    await expect(keep(table, { ...good, rows: [{ nilai: '1.234,5' }] })).rejects.toThrow('"1.234,5" in the column "nilai" is not a number');
    await expect(keep({ ...table, id: 'nowhere' }, good)).rejects.toThrow(/Could not find any entity/);
  });
});
