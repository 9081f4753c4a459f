import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { PublicationForms } from './publication.forms.js';

describe('the last look before a data set is public', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
  });
  afterEach(() => world.close());

  it('gives it the summary that was written, and leaves each of several its definition where none was', async () => {
    const forms = new PublicationForms(world.app.get(AnalysisService), {} as never, world.database);
    const [one, other] = await Promise.all(['a', 'b'].map((slug) => analysedDataset(world, 2024, JAMBI_POPULATION_2024.map((row) => ({ ...row })), { slug, definition: `Definisi ${slug}`, state: 'scheduled' })));
    const send = (dataset: DatasetEntity | undefined, data: object) => world.database.tx(() => forms.describe({ variables: { dataset: dataset?.id }, data: { sudahDiperiksa: true, ...data } } as never));
    const definitions = async () => (await world.database.read.find(DatasetEntity, { order: { slug: 'ASC' } })).map(({ definition }) => definition);
    for (const dataset of [one, other]) await send(dataset, {});
    await send(other, { ringkasanPublik: ' \n' });
    expect(await definitions()).toEqual(['Definisi a', 'Definisi b']);
    await send(one, { ringkasanPublik: 'Ditulis sendiri.' });
    expect(await definitions()).toEqual(['Ditulis sendiri.', 'Definisi b']);
  });
});
