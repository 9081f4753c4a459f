import { Cases } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { classChanged, WAIVED } from '../datasets/state-reasons.js';
import { Provenances } from '../provenance/provenances.service.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { PublicationEntity } from './publication.entity.js';
import { PublishedProvenances } from './published-provenances.service.js';

const ROWS = JAMBI_POPULATION_2024.map((row) => ({ ...row }));

describe('where the numbers of a publication come from', () => {
  let world: SatuDataWorld;
  let published: PublishedProvenances;
  beforeAll(async () => {
    world = await satuDataWorld();
    published = new PublishedProvenances(world.database, world.app.get(Provenances));
  });
  afterAll(() => world.close());

  /** As an earlier version left it, with nothing of where it comes from. */
  const publication = async ({ id: datasetId, periodId, slug, title, definition, unit }: DatasetEntity): Promise<PublicationEntity> => {
    const id = uuidv7();
    await world.database.tx((db) => db.insert(PublicationEntity, {
      id, slug, datasetId, periodId, periodTitle: 'p', officeCode: 'DUKCAPIL', officeName: 'Dukcapil', title, definition, unit, metadata: {} as never, columns: [], rows: [], totals: {}, licence: 'CC-BY-4.0',
      publishedAt: world.state.now, modifiedAt: world.state.now, fileId: 'f', fileSize: 1, sha256: 'x', hidden: null, rowCount: null, chart: null, provenance: null,
    }));
    return world.database.read.findOneByOrFail(PublicationEntity, { id });
  };
  const facts = (steps: readonly { readonly facts: readonly { readonly label: { readonly id: string }; readonly value: { readonly id: string } }[] }[]) => Object.fromEntries(steps.flatMap((step) => step.facts.map(({ label, value }) => [label.id, value.id])));

  it('is worked out for what was published before it was kept, and kept then', async () => {
    const old = await publication(await analysedDataset(world, 2024, ROWS, { slug: 'lama', state: 'published' }));
    const made = await published.of(old);
    expect(made.source).toMatchObject({ fileName: 'penduduk-2024.xlsx', columns: { jumlah: 'E' } });
    expect(made.formulas['kepadatan']).toEqual({ formula: { id: 'Jumlah penduduk ÷ Luas wilayah', en: 'Jumlah penduduk ÷ Luas wilayah' }, columns: ['jumlah', 'luas_km2'] });
    expect(facts(made.steps)).toMatchObject({ 'Sidik berkas (SHA-256)': 'a'.repeat(64), 'Tanda terima': '7/TT/2024' });
    expect((await world.database.read.findOneByOrFail(PublicationEntity, { id: old.id })).provenance).toEqual(made);
    expect(JSON.stringify(made)).not.toContain('Operator Dukcapil');
  });

  it('says of a step that nothing is recorded of it, and why BPS was not asked', async () => {
    const dataset = await analysedDataset(world, 2025, ROWS, { slug: 'dibebaskan', state: 'published' });
    await world.database.tx((db) => db.insert(DatasetStateEntity, { id: uuidv7(), datasetId: dataset.id, before: 'analysed', after: 'eligible', reason: WAIVED, userId: null, userName: null, at: world.state.now }));
    const { steps } = await published.of(await publication(dataset));
    expect(steps.filter(({ at }) => at === null).map(({ step }) => step)).toContain('1');
    expect(steps.filter(({ step }) => step === '12' || step === '13')).toMatchObject([{ step: '13', at: world.state.now.toISOString(), facts: [{ value: { id: expect.stringContaining('Tidak diperiksa BPS') } }] }]);
  });

  it('says that the access class of the data list was changed at step 14, and why to staff alone', async () => {
    const dataset = await analysedDataset(world, 2023, ROWS, { slug: 'dibuka', state: 'published' });
    const reason = classChanged({ before: 'terbatas', after: 'terbuka', why: 'Produsen menyetujui.' });
    await world.database.tx((db) => db.insert(DatasetStateEntity, { id: uuidv7(), datasetId: dataset.id, before: 'eligible', after: 'scheduled', reason, userId: 'u-kasi', at: world.state.now }));
    const ordered = { id: 's', formKey: 'perintah-publikasi', at: world.state.now, data: {}, role: 'kasi', userName: 'kasi', processInstanceId: 'p1' };
    jest.spyOn(world.app.get(Cases), 'submissions').mockResolvedValue([ordered as never]);
    const { steps } = await world.app.get(Provenances).of(dataset);
    expect(steps.find(({ step }) => step === '14')?.facts).toEqual(expect.arrayContaining([
      { label: { id: 'Kelas akses', en: 'Access class' }, value: { id: 'diubah dari terbatas menjadi terbuka', en: 'changed from restricted to open' }, audience: 'everybody' },
      { label: expect.objectContaining({ id: 'Alasan perubahan kelas akses' }), value: { id: 'Produsen menyetujui.', en: 'Produsen menyetujui.' }, audience: 'staff' },
    ]));
    const made = JSON.stringify((await published.made(dataset, [])).steps);
    expect([made.includes('menjadi terbuka'), made.includes('Produsen menyetujui.')]).toEqual([true, false]);
    jest.restoreAllMocks();
  });

  it('leaves out the fingerprint where a column is protected, also while none of its cells is hidden', async () => {
    const dataset = await analysedDataset(world, 2026, ROWS, { slug: 'dilindungi', state: 'published' });
    const variables = dataset.variables.map((one) => (one.name === 'jumlah' ? { ...one, protection: {} } : one));
    const made = await published.made({ ...dataset, variables }, []);
    expect(facts(made.steps)).not.toHaveProperty('Sidik berkas (SHA-256)');
    expect(facts(made.steps)).toHaveProperty('Tanda terima');
  });
});
