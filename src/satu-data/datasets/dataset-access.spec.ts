import type { Principal } from 'tertib';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { BoardQuery } from '../board/board-query.js';
import { BoardReportService } from '../board/board-report.service.js';
import { BoardService } from '../board/board.service.js';
import { BoardSummaryService } from '../board/board-summary.service.js';
import { RegisterService } from '../board/register.service.js';
import { VariableUsesService } from '../metadata/variable-uses.service.js';
import { MetadataService } from '../metadata/metadata.service.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { DatasetAccess } from './dataset-access.js';
import type { DatasetEntity } from './dataset.entity.js';

/** Of the office that looks after the data, with no part in it: a new account, or one whose roles were taken away. */
const NOBODY: Principal = { ...PEOPLE.staf, id: 'nobody', roles: [] };
const FORBIDDEN = { code: 'forbidden', status: 403 };

describe('an account of the office that keeps the data', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  beforeAll(async () => {
    world = await satuDataWorld();
    dataset = await analysedDataset(world, 2025, JAMBI_POPULATION_2024.map((row) => ({ ...row })));
  });
  afterAll(() => world.close());

  const board = (who: Principal, periodId = dataset.periodId) => [
    () => world.app.get(BoardService).of(periodId, BoardQuery.parse({})),
    () => world.app.get(BoardSummaryService).of(periodId),
    () => world.app.get(BoardService).openRequests(periodId),
    () => world.app.get(BoardService).datasets(periodId, dataset.officeId),
    () => world.app.get(RegisterService).of(periodId),
    () => world.app.get(BoardReportService).make(periodId),
  ].map((ask) => () => world.as(who, ask as () => Promise<unknown>));

  it('sees board and register by permission, and learns nothing of which periods there are without', async () => {
    for (const ask of [...board(NOBODY), ...board(NOBODY, 'tidak-ada')]) await expect(ask()).rejects.toMatchObject(FORBIDDEN);
    // The report misses its letter here; all else is answered.
    for (const ask of board(PEOPLE.kasi).slice(0, -1)) await expect(ask()).resolves.toBeDefined();
    for (const ask of board(PEOPLE.operator).slice(0, 4)) await expect(ask()).resolves.toBeDefined();
  });

  it('sees a data set with its table and analysis by one of the permissions for that', async () => {
    const see = (who: Principal, id = dataset.id) => world.as(who, () => world.app.get(DatasetAccess).dataset(id));
    await expect(see(NOBODY)).rejects.toMatchObject(FORBIDDEN);
    await expect(see(NOBODY, 'tidak-ada')).rejects.toMatchObject(FORBIDDEN);
    for (const who of [PEOPLE.staf, PEOPLE.kadis, PEOPLE.operator]) expect(await see(who)).toMatchObject({ id: dataset.id });
    await expect(see(PEOPLE.operator2)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('reads metadata, and by permission alone in which data sets they are used', async () => {
    const content = { kolom: 'penduduk_contoh', nama: 'Penduduk', konsep: '-', definisi: '-', tipeData: 'integer' };
    const { id } = await world.as(PEOPLE.operator, () => world.app.get(MetadataService).create({ kind: 'variable', content } as never));
    await world.database.tx((db) => db.query(`UPDATE satu_data_datasets SET state = 'listed' WHERE id = '${dataset.id}'`));
    const uses = (who: Principal) => world.as(who, () => world.app.get(VariableUsesService).of(id, ''));
    expect((await uses(PEOPLE.staf)).open.map(({ datasetId }) => datasetId)).toEqual([dataset.id]);
    expect((await uses(PEOPLE.operator)).open.map(({ datasetId }) => datasetId)).toEqual([dataset.id]);
    expect(await uses(NOBODY)).toEqual({ uses: [], open: [] });
  });
});
