import type { EntityManager } from 'typeorm';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { REGISTER_COLUMNS } from '../board/register-columns.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { ArchiveHandlers } from './archive.handlers.js';

const rows = JAMBI_POPULATION_2024.map((row) => ({ ...row }));

describe('a period that is archived', () => {
  let world: SatuDataWorld;
  let handlers: ArchiveHandlers;
  beforeEach(async () => {
    world = await satuDataWorld();
    const archives = { record: async () => ({}), store: async () => ({ id: 'f', sha256: 'x' }) };
    handlers = new ArchiveHandlers(archives as never, world.app.get(DatasetLifecycle), { write: async () => undefined } as never, { now: () => world.state.now } as never);
  });
  afterEach(() => world.close());

  const archived = async (mode: 'selesai' | 'batal') => {
    const { id, periodId } = await analysedDataset(world, 2024, rows, { state: 'eligible' });
    await world.database.tx((db) => world.app.get(DatasetLifecycle).move(db, id, 'withheld', { at: 'spec', reason: 'Berkelas tertutup.' }));
    const step = { tx: async (_: string, work: (db: EntityManager) => Promise<void>) => world.database.tx(work) };
    await handlers.archive({ mode }, { caseId: periodId, step: Object.assign(async (_: string, work: () => Promise<unknown>) => work(), step) } as never);
    const dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    const remark = REGISTER_COLUMNS.find(({ title }) => title === 'Keterangan')?.value({ number: 1, producer: '', dataset, request: undefined, delivery: undefined }, () => '');
    return [dataset.state, remark];
  };

  it('keeps why a data set was not published, as the form of step 14 promises', async () => {
    expect(await archived('selesai')).toEqual(['archived', 'Berkelas tertutup.']);
  });

  it('keeps none where the period was cancelled: that is why it ended', async () => {
    expect(await archived('batal')).toEqual(['cancelled', '']);
  });
});
