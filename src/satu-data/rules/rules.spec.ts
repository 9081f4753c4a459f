import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { finished } from '../../../test/support/trial.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { USUAL, type RuleSettings } from '../datasets/rule-settings.js';
import { TableReader } from '../tables/index.js';
import { VerificationService } from '../verification/verification.service.js';
import { VerificationRunEntity } from './office-rules.entity.js';
import { OfficeRules } from './office-rules.service.js';
import { RulesController } from './rules.controller.js';
import { NewRules } from './rules.schemas.js';

/** The total of the second row is two too many. */
const OFF_BY_TWO = ROWS.map((row, index) => (index === 1 ? { ...row, jumlah: String(Number((row as { jumlah: string }).jumlah) + 2) } : row));
const within = (by: string, unit: 'unit' | 'percent' = 'unit', level: RuleSettings['sum']['level'] = 'ERROR'): RuleSettings => ({ ...USUAL, sum: { level, tolerance: { by, in: unit } } });

const fail = (text: string): never => { throw new Error(text); };

describe('rules of verification, as the office weighs them', () => {
  let world: CollectionWorld;
  beforeEach(async () => (world = await collectionWorld()));
  afterEach(() => world.close());

  const rules = () => world.app.get(RulesController);
  const asKasi = <T>(work: () => Promise<T>) => world.as(PEOPLE.kasi, work);
  const set = (version: number, settings: RuleSettings) => asKasi(() => rules().set({ version, settings }));
  const verified = async () => {
    const [id] = await world.datasets();
    await world.deliver([{ datasetId: id, status: 'disampaikan', tabel: { rows: OFF_BY_TWO } }]);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
    const { deliveryId } = await world.database.read.findOneByOrFail(VerificationRunEntity, {});
    return { id, deliveryId, findings: await world.app.get(VerificationService).found(deliveryId) };
  };
  const sums = (findings: readonly { rule: string; severity: string }[]) => findings.flatMap(({ rule, severity }) => (rule === 'sum' ? [severity] : []));

  it('are as usual until somebody sets them, and then hold for what is checked next', async () => {
    expect(await asKasi(() => rules().all())).toMatchObject({ version: 0, by: null, rules: expect.arrayContaining([expect.objectContaining({ rule: 'outlier', setting: { level: 'WARNING', tolerance: { by: '3.5', in: 'score' } } })]) });
    expect(await set(0, within('2'))).toMatchObject({ version: 1, by: 'kasi' });
    expect(world.audit).toContain('verification.rules-set');
    const { findings, deliveryId } = await verified();
    expect(sums(findings)).toEqual([]);
    await set(1, within('1', 'unit', 'WARNING'));
    // By what it was checked is known afterwards too.
    expect((await world.database.read.findOneByOrFail(VerificationRunEntity, { deliveryId })).settings.sum).toEqual({ level: 'ERROR', tolerance: { by: '2', in: 'unit' } });
  });

  it('make a warning of an error, which is accepted with a reason', async () => {
    await set(0, within('0.5', 'unit', 'WARNING'));
    const { id, findings } = await verified();
    expect(sums(findings)).toEqual(['WARNING']);
    expect(findings.find(({ rule }) => rule === 'sum')?.message).toMatchObject({ id: expect.stringContaining(', dengan toleransi 0,5.'), en: expect.stringContaining(', give or take 0.5.') });
    const decide = (more: object) => world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: 'lengkap', dataset: [{ datasetId: id, keputusan: 'lengkap', ...more }] }, { variables: { producer: 'o-dukcapil' } });
    await expect(decide({})).rejects.toMatchObject({ problems: [{ path: 'peringatan.0.alasan' }] });
    await decide({ alasanPeringatan: 'Pembulatan, sudah dikonfirmasi.' });
    expect((await world.states())[0]).toBe('complete');
  });

  it('are outweighed by what a data set says itself', async () => {
    const [id] = await world.datasets();
    const { rules: own } = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    await world.database.tx((db) => db.update(DatasetEntity, { id }, { rules: [...own, { kind: 'built-in', rule: 'sum', level: 'WARNING', tolerance: null }] }));
    await set(0, within('2'));
    expect(sums((await verified()).findings)).toEqual(['WARNING']);
  });

  it('are tried on the tables that count, before they do', async () => {
    await set(0, within('2'));
    const { id } = await verified();
    await world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: 'lengkap', dataset: [{ datasetId: id, keputusan: 'lengkap', alasanPeringatan: 'Sudah dicek.' }] }, { variables: { producer: 'o-dukcapil' } });
    const trial = await finished(world, await asKasi(() => rules().try({ settings: within('1') })), PEOPLE.kasi);
    expect(trial.result).toMatchObject({ tables: 1, left: 0, rules: expect.arrayContaining([expect.objectContaining({ rule: 'sum', before: 0, after: 1, examples: [expect.objectContaining({ dataset: expect.any(String) })] })]) });
    expect((await asKasi(() => rules().all())).version).toBe(1);
  });

  it('are tried on the newest two hundred, and say how many were left', async () => {
    await set(0, within('2'));
    const { id, deliveryId } = await verified();
    const like = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    const copies = Array.from({ length: 205 }, (_, index) => ({ ...like, id: `c${index}`, slug: `c${index}`, title: `Salinan ${index}`, deliveryId: 'none', updatedAt: new Date(like.updatedAt.getTime() - index * 1000) }));
    const last = { ...like, id: 'last', slug: 'last', title: 'Terbaru', deliveryId, updatedAt: new Date(like.updatedAt.getTime() + 1000) };
    await world.database.tx((db) => db.insert(DatasetEntity, [...copies, last] as never));
    const trial = await finished(world, await asKasi(() => rules().try({ settings: within('1') })), PEOPLE.kasi);
    expect(trial.result).toMatchObject({ tables: 200, left: 6, rules: expect.arrayContaining([expect.objectContaining({ rule: 'sum', before: 0, after: 1, examples: [expect.objectContaining({ dataset: 'Terbaru' })] })]) });
  });

  it('say which signs mean no value; an older page that knows nothing of signs leaves them', async () => {
    expect((await asKasi(() => rules().all())).signs).toEqual({ known: ['…', '...', 'n.a.', 'NA', '-', '–'], taken: ['…', '...', 'n.a.', 'NA'], usual: ['…', '...', 'n.a.', 'NA'] });
    const [datasetId] = await world.datasets();
    const dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id: datasetId });
    const { name } = dataset.variables.find(({ type, key }) => type === 'integer' && !key) ?? fail('no number');
    const read = async () => world.app.get(TableReader).read({ rows: [{ [dataset.variables[0]?.name ?? '']: '15.01', [name]: '-' }] }, dataset);
    expect((await read()).layout).toMatchObject({ unreadable: [{ message: { id: '“-” bukan nilai. Tulis 0 bila nilainya nol, atau kosongkan sel ini bila datanya tidak ada.' } }] });
    const { settings } = NewRules.parse({ version: 0, settings: Object.fromEntries((await asKasi(() => rules().all())).rules.map(({ rule, setting }) => [rule, setting])) });
    expect(await asKasi(() => rules().set({ version: 0, settings, emptySigns: ['-', '…'] }))).toMatchObject({ version: 1, signs: { taken: ['-', '…'] } });
    expect(await read()).toMatchObject({ rows: [{ [name]: null }], layout: { unreadable: [], remarks: [{ severity: 'INFO', message: { en: '1 cell with “-” was taken as empty, not as zero. Required columns still have to be filled.' } }] } });
    await set(1, within('2'));
    expect((await asKasi(() => rules().all())).signs.taken).toEqual(['-', '…']);
    expect(NewRules.safeParse({ version: 2, settings, emptySigns: ['x'] }).success).toBe(false);
  });

  it('are read as people write numbers, and never guessed', async () => {
    const refusal = { problems: [{ path: 'settings.sum', message: { id: '“1.000” dapat berarti 1000 atau 1,000. Tulis 1000, atau 1,0000.', en: '“1.000” may mean 1000 or 1.000. Write 1000, or 1.0000.' } }] };
    await expect(set(0, within('1.000'))).rejects.toMatchObject(refusal);
    await expect(asKasi(() => rules().try({ settings: within('1.000') }))).rejects.toMatchObject(refusal);
    const kept = async () => (await world.app.get(OfficeRules).current()).sum.tolerance;
    for (const [version, [written, by]] of [['0,5', '0.5'], ['1.234,5', '1234.5'], ['1000', '1000'], ['1,1250', '1.125']].entries()) {
      await set(version, within(String(written)));
      expect(await kept()).toEqual({ by, in: 'unit' });
    }
    // What the page shows it sends back.
    const { version, rules: shown } = await asKasi(() => rules().all());
    const { settings } = NewRules.parse({ version, settings: Object.fromEntries(shown.map(({ rule, setting }) => [rule, setting])) });
    expect(settings.sum.tolerance).toEqual({ by: '1.1250', in: 'unit' });
    expect((await set(version, settings)).version).toBe(version);
    expect(await kept()).toEqual({ by: '1.125', in: 'unit' });
  });

  it('refuse what cannot be used, and whoever saw an older state', async () => {
    const bad = { ...within('banyak'), outlier: { level: 'ERROR', tolerance: null }, pattern: { level: 'ERROR', tolerance: { by: '1', in: 'unit' } } } as RuleSettings;
    await expect(set(0, bad)).rejects.toMatchObject({ problems: [{ path: 'settings.sum' }, { path: 'settings.outlier' }, { path: 'settings.outlier' }, { path: 'settings.pattern' }] });
    await expect(set(0, within('200', 'percent'))).rejects.toMatchObject({ problems: [{ path: 'settings.sum' }] });
    await set(0, within('2'));
    await expect(set(0, within('3'))).rejects.toMatchObject({ code: 'rules-set-meanwhile' });
  });
});
