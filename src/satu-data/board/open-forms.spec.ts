import { OpenTasks } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { BoardQuery } from './board-query.js';
import { BoardService } from './board.service.js';
import { BoardSummaryService } from './board-summary.service.js';
import { OpenForms } from './open-forms.js';

const at = (day: string): Date => new Date(`2026-03-${day}T03:00:00Z`);
/** Who has the task of each step; a step of the office's own among them. */
const ROLES = { verifikasi: 'kasi', analisis: 'staf', 'pemeriksaan-analisis': 'kasi', telaah: 'kabid', 'kirim-surat': 'kasi', kelayakan: 'bps', 'perintah-publikasi': 'kasi', diseminasi: 'staf' } as const;
type Form = keyof typeof ROLES;
interface Standing {
  readonly state: DatasetState;
  readonly handedOn?: Date;
  readonly releaseDate?: Date;
}
/** Where a case can be when it is moved. */
const STANDING: Readonly<Record<string, Standing>> = {
  'between 9 and 10': { state: 'complete' }, '10': { state: 'analysed' }, '11 or 12': { state: 'analysed', handedOn: at('06') }, '13': { state: 'sent_to_bps' }, '14': { state: 'eligible' },
  'before its release': { state: 'scheduled', releaseDate: at('25') }, '15': { state: 'scheduled', releaseDate: at('06') },
};

describe('a data set is with whoever has its open task', () => {
  let world: SatuDataWorld;
  let forms: OpenForms;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.now = at('20');
    forms = new OpenForms(world.database, world.app.get(OpenTasks), { now: () => world.state.now });
    await world.database.tx((db) => db.insert(PeriodEntity, { id: world.caseId, title: 'Sintetis', year: 2026, scope: null, deadline: at('20'), releaseDate: at('25'), state: 'collecting', openedAt: at('01') }));
  });
  afterEach(() => world.close());

  async function dataset({ state, handedOn, releaseDate }: Standing): Promise<string> {
    const id = uuidv7();
    const row = { id, periodId: world.caseId, position: 0, officeId: 'o-dinkes', officeCode: 'DINKES', code: 'D', ddpCode: '-', slug: id, title: 'Data sintetis', kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'jiwa', decimalMark: ',', state, updatedAt: at('05') } as const;
    await world.database.tx((db) => db.insert(DatasetEntity, { ...row, variables: [], rules: [], indicators: [], analysisHandedOnAt: handedOn ?? null, releaseDate: releaseDate ?? null }));
    return id;
  }
  const open = (id: string, form: Form, createdAt: Date) => void world.openTasks.push({ taskId: uuidv7(), formKey: form, role: ROLES[form], createdAt, variables: { dataset: id } });
  const held = async () => (await world.as(PEOPLE.kasi, () => world.app.get(BoardSummaryService).of(world.caseId))).held.map(({ holder, count, since }) => [holder, count, since.slice(5, 10)]);
  const stored = (id: string) => world.database.read.findOneByOrFail(DatasetEntity, { id });

  it.each(Object.entries(STANDING))('moved by hand from step %s to any other', async (_from, standing) => {
    for (const [to, role] of Object.entries(ROLES) as [Form, string][]) {
      const id = await dataset(standing);
      open(id, to, at('09'));
      await forms.look();
      expect([to, (await held()).map(([holder, count]) => [holder, count])]).toEqual([to, [[role, 1]]]);
      expect((await world.as(PEOPLE.kasi, () => world.app.get(BoardService).of(world.caseId, BoardQuery.parse({ holder: role })))).producers).toHaveLength(1);
      world.openTasks.splice(0);
      await world.database.tx((db) => db.delete(DatasetEntity, { id }));
    }
  });

  it('as its state says, where it went the way of the diagram: nothing is noted', async () => {
    for (const [from, form] of [['10', 'analisis'], ['11 or 12', 'pemeriksaan-analisis'], ['11 or 12', 'kirim-surat'], ['13', 'kelayakan'], ['14', 'perintah-publikasi'], ['15', 'diseminasi']] as const) open(await dataset(STANDING[from] as Standing), form, at('09'));
    expect([await forms.look(), await world.database.read.countBy(DatasetEntity, { openForm: Not(IsNull()) })]).toEqual([0, 0]);
    expect(await held()).toEqual([['kasi', 3, '03-05'], ['staf', 2, '03-05'], ['bps', 1, '03-05']]);
  });

  it('since the task came, also of two that were moved past each other; what was done since leads on from it', async () => {
    const [back, forth] = [await dataset({ state: 'analysed', handedOn: at('08') }), await dataset({ state: 'analysed' })];
    open(back, 'analisis', at('07'));
    // It is on its way on: its task is told a moment longer.
    expect([await forms.look(), await held()]).toEqual([0, [['kasi', 1, '03-08'], ['staf', 1, '03-05']]]);
    world.openTasks.splice(0);
    open(back, 'analisis', at('10'));
    open(forth, 'pemeriksaan-analisis', at('11'));
    expect([await forms.look(), await held(), await forms.look()]).toEqual([2, [['kasi', 1, '03-11'], ['staf', 1, '03-10']], 0]);
    await world.database.tx((db) => world.app.get(DatasetLifecycle).move(db, forth, 'sent_to_bps', { at: 'spec' }));
    expect([await forms.look(), await held(), await stored(forth)]).toMatchObject([0, [['staf', 1, '03-10'], ['bps', 1, '03-20']], { openForm: null, openSince: null }]);
  });

  it('step by step, where it was moved again, or went on without a change of its state', async () => {
    const id = await dataset({ state: 'sent_to_bps' });
    for (const [form, day, holder] of [['analisis', '09', 'staf'], ['pemeriksaan-analisis', '10', 'kasi'], ['telaah', '11', 'kabid'], ['kelayakan', '12', 'bps'], ['perintah-publikasi', '13', 'kasi']] as const) {
      world.openTasks.splice(0);
      open(id, form, at(day));
      expect([await forms.look(), await held()]).toEqual([1, [[holder, 1, `03-${day}`]]]);
    }
  });

  it('also where its task is told after one that came later', async () => {
    const [first, second] = [await dataset({ state: 'eligible' }), await dataset({ state: 'eligible' })];
    open(second, 'analisis', at('10'));
    expect(await forms.look()).toBe(1);
    open(first, 'kelayakan', new Date(at('10').getTime() - 60_000));
    expect([await forms.look(), await held()]).toEqual([1, [['staf', 1, '03-10'], ['bps', 1, '03-10']]]);
  });

  it('of two that are open at once, the one that came last; a step that is over is the system’s until the next look', async () => {
    const id = await dataset({ state: 'analysed' });
    open(id, 'analisis', at('09'));
    open(id, 'telaah', at('10'));
    expect([await forms.look(), await forms.look(), await held()]).toEqual([1, 0, [['kabid', 1, '03-10']]]);
    world.openTasks.splice(0);
    expect(await held()).toEqual([['system', 1, '03-10']]);
    // Nothing is open now: its state says it again.
    expect([await forms.look(), await held(), await stored(id), await forms.look()]).toMatchObject([1, [['staf', 1, '03-05']], { openForm: null, openSince: null }, 0]);
  });

  it('where its own step is done while another of its tasks is open, as its state says', async () => {
    const id = await dataset({ state: 'sent_to_bps' });
    open(id, 'kelayakan', at('08'));
    open(id, 'telaah', at('10'));
    expect([await forms.look(), await held()]).toEqual([1, [['kabid', 1, '03-10']]]);
    world.openTasks.pop();
    expect([await forms.look(), await held()]).toEqual([1, [['bps', 1, '03-05']]]);
  });

  it('not by a task that is of no role', async () => {
    const id = await dataset({ state: 'eligible' });
    world.openTasks.push({ taskId: uuidv7(), formKey: 'telaah', createdAt: at('10'), variables: { dataset: id } });
    expect([await forms.look(), await held()]).toEqual([0, [['kasi', 1, '03-05']]]);
  });

  it('by what is new alone: what was looked at is not read again, but for a few minutes', async () => {
    const arrived = jest.spyOn(world.app.get(OpenTasks), 'arrived');
    const from = async () => { await forms.look(); return arrived.mock.calls.at(-1)?.[1].toISOString(); };
    open(await dataset({ state: 'eligible' }), 'analisis', at('09'));
    expect([await from(), await from()]).toEqual(['1970-01-01T00:00:00.000Z', '2026-03-09T02:55:00.000Z']);
    world.state.now = new Date(at('20').getTime() + 5 * 60_000);
    expect([await from(), await from()]).toEqual(['2026-03-09T03:00:00.001Z', '2026-03-09T03:00:00.001Z']);
    open(await dataset({ state: 'eligible' }), 'analisis', at('21'));
    expect([await from(), await from()]).toEqual(['2026-03-09T03:00:00.001Z', '2026-03-21T02:55:00.000Z']);
  });

  it('not where the task is of no data set of the period, or the data set was changed while it was looked at', async () => {
    const id = await dataset({ state: 'sent_to_bps' });
    open('tidak-ada', 'analisis', at('09'));
    world.openTasks.push({ taskId: 't', formKey: 'kirim-surat', role: 'kasi', createdAt: at('09'), variables: {} });
    expect(await forms.look()).toBe(0);
    open(id, 'analisis', at('10'));
    const find = world.database.read.find.bind(world.database.read);
    jest.spyOn(world.database.read, 'find').mockImplementation(async (...given: Parameters<typeof find>) => {
      const found = await find(...given);
      if (given[0] === DatasetEntity) await world.database.tx((db) => world.app.get(DatasetLifecycle).move(db, id, 'eligible', { at: 'spec' }));
      return found;
    });
    expect([await forms.look(), await stored(id)]).toMatchObject([0, { state: 'eligible', openForm: null }]);
  });
});
