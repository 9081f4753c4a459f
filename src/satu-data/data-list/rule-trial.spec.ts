import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { finished } from '../../../test/support/trial.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListRowEntity } from './data-list.entities.js';
import type { RuleTrial } from './data-list.schemas.js';
import { ListViews } from './list-view.service.js';
import { RuleTrials } from './rule-trial.service.js';

describe('rules of a row that are tried on the last period’s table', () => {
  let world: SatuDataWorld;
  let id: string;
  let table: Readonly<Record<string, unknown>>;
  const { staf, kasi, operator } = PEOPLE;

  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.as(staf, () => world.app.get(ListViews).list(world.caseId));
    const [row] = await world.database.read.find(ListRowEntity, { where: { periodId: world.caseId }, order: { position: 'ASC' }, take: 1 });
    id = row?.id ?? '';
    ({ table } = await world.as(staf, () => world.app.get(ListViews).one(world.caseId, id)));
    await world.submit('daftar-data', staf, {});
  });
  afterEach(() => world.close());

  /** Last year's table, with the columns that its rows have. */
  const lastYear = async (rows: readonly Record<string, string | null>[], rowCount = rows.length, typeOf: Readonly<Record<string, Variable['type']>> = {}) => {
    const now = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    await world.database.tx(async (db) => {
      await db.insert(PeriodEntity, { ...(await db.findOneByOrFail(PeriodEntity, { id: world.caseId })), id: 'p-before', year: 2024 });
      await db.insert(DatasetEntity, { ...now, id: 'd-before', periodId: 'p-before', deliveryId: 't-before', variables: now.variables.map((one) => ({ ...one, type: typeOf[one.name] ?? one.type })) });
      const columns = Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, 'B']));
      await db.insert(DeliveryTableEntity, { deliveryId: 't-before', rowCount, rows: [...rows], layout: { source: 'csv', columns, rowNumbers: rows.map((_, index) => index + 2), unreadable: [], unknown: [], templateFits: true } });
      await db.update(ListRowEntity, id, { sourceId: 'd-before' });
    });
  };
  const rule = (kiri: string, kanan: string, tingkat = 'kesalahan') => ({ kiri, pembanding: '≤', kanan, toleransi: '', tingkat });
  const given = (...aturanSendiri: object[]) => ({ ...table, aturanSendiri });
  const begun = async (asked: object, who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => (await finished(world, await world.as(who, () => world.app.get(RuleTrials).begin(world.caseId, id, { ...asked })), who)).result as RuleTrial;
  const atOnce = (asked: object, who: (typeof PEOPLE)[keyof typeof PEOPLE] = staf) => world.as(who, () => world.app.get(RuleTrials).atOnce(world.caseId, id, { ...asked }));

  it('say how many rows could be judged: those with a sound number in each column', async () => {
    await lastYear([{ laki_laki: '5', perempuan: '9' }, { laki_laki: '12', perempuan: null }, { laki_laki: 'dua', perempuan: '3' }, { laki_laki: '12', perempuan: '3' }]);
    expect(await begun(given(rule('laki_laki', 'perempuan'), rule('perempuan', '100')))).toMatchObject({ rows: 4, rules: [{ judged: 2, broken: 1, lacking: [] }, { judged: 3, broken: 0, lacking: [] }] });
  });

  it('name the columns that the table does not have: none of its rows was judged by them', async () => {
    await lastYear([{ laki_laki: '5' }, { laki_laki: '12' }]);
    const trial = await begun(given(rule('laki_laki + perempuan', '10')));
    expect(trial).toMatchObject({ rows: 2, rules: [{ judged: 0, broken: 0, lacking: ['Perempuan'] }] });
    expect(trial.lacking).toContain('Perempuan');
    expect(trial.lacking).not.toContain('Laki-laki');
  });

  it('judge no row by a column that was empty', async () => {
    await lastYear([{ laki_laki: null, perempuan: '1' }, { laki_laki: null, perempuan: '2' }]);
    expect(await begun(given(rule('laki_laki', '10')))).toMatchObject({ rows: 2, rules: [{ judged: 0, broken: 0, lacking: [] }] });
  });

  it('judge a row by each of them, whatever the others find wrong in it', async () => {
    await lastYear([{ laki_laki: '12', perempuan: '3' }]);
    const twice = [rule('laki_laki', '10'), rule('laki_laki', '11', 'peringatan')];
    expect((await begun(given(...twice))).rules).toMatchObject([{ judged: 1, broken: 1, examples: [{ row: 2, message: { en: '“Laki-laki” must be ≤ “10”; this row says 12.' } }] }, { judged: 1, broken: 1, examples: [{ row: 2 }] }]);
  });

  it('are answered at once, to whoever corrects the list as well', async () => {
    const rules = given(rule('laki_laki', '10'), rule('entah', '1'));
    expect(await atOnce(rules)).toMatchObject({ rows: null, trial: { rows: null, rules: [{ problems: [] }, { problems: [{ en: expect.stringContaining('“entah”') }] }] } });
    await lastYear([{ laki_laki: '12' }]);
    for (const who of [staf, kasi]) expect(await atOnce(rules, who)).toMatchObject({ rows: 1, trial: { rows: 1, rules: [{ judged: 1, broken: 1 }, { judged: 0 }] } });
    expect(await atOnce({ ...given(), aturanBawaan: [{ aturan: 'range', tingkat: 'peringatan', toleransi: '20 %' }] })).toMatchObject({ trial: { rules: [], builtIn: [{ title: { en: 'Smallest and largest value' } }] } });
    await expect(atOnce(rules, operator)).rejects.toMatchObject({ status: 404 });
    await expect(atOnce(given({ kiri: 'laki_laki' }))).rejects.toMatchObject({ problems: expect.arrayContaining([{ path: 'table.aturanSendiri.0.pembanding', message: expect.anything() }]) });
  });

  it('are not tried at once on a long table, which says how long it is', async () => {
    await lastYear(Array.from({ length: 2001 }, () => ({ laki_laki: '12' })));
    expect(await atOnce(given(rule('laki_laki', '10')))).toEqual({ rows: 2001, trial: null });
    expect(await begun(given(rule('laki_laki', '10'), rule('perempuan', '10')))).toMatchObject({ rows: 2001, rules: [{ judged: 2001, broken: 2001, lacking: [] }, { judged: 0, broken: 0, lacking: ['Perempuan'] }] });
  });

  it.each([['short', 3], ['long', 2_001]])('judge in a %s table the numbers of a column that held texts', async (_, length) => {
    await lastYear(Array.from({ length }, (__, index) => ({ laki_laki: ['150', 'data belum tersedia', '7'][index] ?? null })), length, { laki_laki: 'string' });
    expect(await begun(given(rule('laki_laki', '100')))).toMatchObject({ rows: length, rules: [{ judged: 2, broken: 1, examples: [{ row: 2 }] }] });
  });
});
