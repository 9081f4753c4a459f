import { largeTable, largeWorld, type LargeWorld } from '../../../test/support/large-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { finished } from '../../../test/support/trial.js';
import { ListRowEntity } from '../data-list/data-list.entities.js';
import { ListViews } from '../data-list/list-view.service.js';
import { RuleTrials } from '../data-list/rule-trial.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { USUAL } from '../datasets/rule-settings.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { LargeWork } from '../large/large-work.js';
import { RulesController } from '../rules/rules.controller.js';
import type { OfficeTrial } from '../rules/rules.schemas.js';
import { TrialEntity } from './trial.entity.js';
import { TrialsController } from './trials.controller.js';

/** `menganggur` is more than 200 in every 211th row but for the first ones of each round. */
const ABOVE = Array.from({ length: 100_001 }, (_, index) => index % 211).filter((idle) => idle > 200).length;

describe('rules that are tried on a table too large for memory', () => {
  let world: LargeWorld;
  beforeEach(async () => {
    world = await largeWorld();
    const fileId = await world.upload(largeTable(100_001, false));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, {});
    const { variables } = await world.dataset();
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { deliveryId, state: 'complete', variables: variables.map((one) => (one.name === 'menganggur' ? { ...one, max: '200' } : one)) }));
  });
  afterEach(() => world.close());

  const { kasi, staf } = PEOPLE;
  const settings = { ...USUAL, range: { level: 'ERROR' as const, tolerance: { by: '10', in: 'unit' as const } } };
  const begin = () => world.as(kasi, () => world.app.get(RulesController).try({ settings }));
  const trials = () => world.app.get(TrialsController);
  const broken = ({ rules }: OfficeTrial, name: string) => rules.find(({ rule }) => rule === name);

  it('look at all its rows', async () => {
    const trial = await finished(world, await begin(), kasi);
    expect(trial).toMatchObject({ state: 'done', progress: 100, reason: null, result: { tables: 1, left: 0 } });
    expect(broken(trial.result as OfficeTrial, 'range')).toMatchObject({ before: ABOVE, after: 0 });
    expect(await world.database.read.countBy(TrialEntity, { state: 'done' })).toBe(1);
  });

  it('are tried from the data list in the same way, own rules and built-in ones', async () => {
    const [{ id } = { id: '' }] = await world.database.read.findBy(ListRowEntity, {});
    const { table } = await world.as(staf, () => world.app.get(ListViews).one(world.caseId, id));
    await world.database.tx((db) => db.update(ListRowEntity, { id }, { sourceId: world.datasetId }));
    const variabel = [['wilayah', 'region', true], ['tahun', 'integer', true], ['kelompok', 'string', true], ['bekerja', 'integer', false], ['menganggur', 'integer', false], ['jumlah', 'integer', false]]
      .map(([kolom, tipe, kunci]) => ({ kolom, judulKolom: kolom, tipe, kunci, wajib: true, ...(kolom === 'menganggur' && { maks: '200' }) }));
    const aturanSendiri = [{ kiri: 'bekerja', pembanding: '≤', kanan: '2990', toleransi: '', tingkat: 'kesalahan' }];
    const given = { ...table, variabel, aturanJumlah: '', aturanSendiri, aturanBawaan: [{ aturan: 'range', tingkat: 'peringatan', toleransi: '5' }], kolomWilayah: '', kolomPeriode: '', wilayahDiharapkan: '', indikatorTurunan: [] };
    const trial = await finished(world, await world.as(staf, () => world.app.get(RuleTrials).begin(world.caseId, id, given)), staf);
    const over = Array.from({ length: 100_001 }, (_, index) => index % 211).filter((idle) => idle > 205).length;
    const busy = Array.from({ length: 100_001 }, (_, index) => index % 3001).filter((at) => at > 2990).length;
    expect(trial.result).toMatchObject({ rows: 100_001, lacking: [], rules: [{ problems: [], judged: 100_001, broken: busy, lacking: [] }], builtIn: [{ before: ABOVE, after: over }] });
  });

  it('are stopped by whoever began, and by nobody else', async () => {
    const check = world.app.get(LargeWork).check.bind(world.app.get(LargeWork));
    let told = (): void => undefined;
    const atWork = new Promise<void>((resolve) => (told = resolve));
    jest.spyOn(world.app.get(LargeWork), 'check').mockImplementation((...given) => (told(), check(...given)));
    const beginning = begin();
    await atWork;
    const { id } = await world.database.read.findOneByOrFail(TrialEntity, {});
    await expect(world.as(staf, () => trials().stop({ id }))).rejects.toMatchObject({ status: 404 });
    await expect(world.as(staf, () => trials().one({ id }))).rejects.toMatchObject({ status: 404 });
    expect(await world.as(kasi, () => trials().stop({ id }))).toMatchObject({ state: 'stopped', result: null, reason: { id: 'Percobaan dihentikan oleh kasi.', en: 'The trial was stopped by kasi.' } });
    expect(await beginning).toMatchObject({ id, state: 'stopped', result: null });
  });

  it('are one at a time for each person: a newer one stops the one before, of whatever kind, and nobody else’s', async () => {
    const look = world.app.get(LargeWork);
    const check = look.check.bind(look);
    let told = (): void => undefined;
    const atWork = new Promise<void>((resolve) => (told = resolve));
    jest.spyOn(look, 'check').mockImplementation((...given) => (told(), check(...given)));
    await world.database.tx((db) => db.insert(TrialEntity, { id: 'other', userId: staf.id, state: 'running', progress: 1, aliveAt: world.state.now }));
    const first = begin();
    await atWork;
    const second = await finished(world, await begin(), kasi);
    expect(await first).toMatchObject({ state: 'stopped', reason: { id: 'Percobaan ini berhenti karena Anda memulai percobaan yang lebih baru.', en: 'This trial stopped, because you began a newer one.' } });
    expect(second).toMatchObject({ state: 'done', result: { tables: 1 } });
    expect((await world.database.read.findOneByOrFail(TrialEntity, { id: 'other' })).state).toBe('running');
    const both = await Promise.all([begin(), begin()]);
    const ends = await Promise.all(both.map((one) => finished(world, one, kasi)));
    expect(ends.map(({ state }) => state).toSorted()).toEqual(['done', 'stopped']);
  });

  it('say why there is no result, where the server failed or was started anew', async () => {
    jest.spyOn(world.app.get(LargeWork), 'check').mockRejectedValueOnce(new Error('The process ended'));
    expect(await finished(world, await begin(), kasi)).toMatchObject({ state: 'failed', result: null, reason: { en: expect.stringContaining('could not be tried') } });
    await world.database.tx((db) => db.insert(TrialEntity, { id: 'left', userId: kasi.id, state: 'running', progress: 40, aliveAt: new Date(0) }));
    expect(await world.as(kasi, () => trials().one({ id: 'left' }))).toMatchObject({ state: 'failed', reason: { en: expect.stringContaining('was broken off') } });
    await finished(world, await begin(), kasi);
    expect(await world.database.read.countBy(TrialEntity, { id: 'left' })).toBe(0);
  });
});
