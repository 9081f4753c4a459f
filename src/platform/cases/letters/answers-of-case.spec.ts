import type { Principal } from '../../../sdk/index.js';
import { caseWorld, type CaseWorld } from '../../../../test/support/case-world.js';
import { ActivityEntity, CaseEntity, InstanceEntity, SubmissionEntity } from '../entities/index.js';
import { AnswersOfCase } from './answers-of-case.js';
import { CasesForLetters } from './cases-for-letters.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 5, 8, minute));
const administrator = (officeKind: Principal['officeKind']): Principal => ({ id: 'u', username: 'u', name: 'u', roles: ['admin'], officeId: 'o', officeKind, language: 'id' });

describe('what people have filled in, for letters', () => {
  let world: CaseWorld;
  let answers: AnswersOfCase;
  const letters = (): CasesForLetters => new CasesForLetters(world.database, world.asker, answers);

  beforeAll(async () => {
    world = await caseWorld();
    answers = new AnswersOfCase(world.database, { form: (_release: string, key: string) => Promise.resolve({ key, components: [] }) } as never, { inWords: (form: { key: string }, data: object) => Promise.resolve(form.key === 'isi' ? { ...data, disebut: 'Bu Rina' } : data) } as never);
    const submission = (id: string, formKey: string, instanceId: string | null, minute: number) => ({ id, caseId: 'k', taskId: instanceId && id, instanceId, formKey, releaseId: 'r', elementId: null, taskName: '', step: null, officeId: null, userId: 'u', userName: 'u', at: at(minute), data: { nilai: id }, hash: '' });
    const instance = (id: string, parentId: string | null) => ({ id, caseId: 'k', parentId, definitionId: 'd', processKey: 'p', superElementId: null, state: 'active' as const, startedAt: at(0), endedAt: null, variables: {}, officeId: null, label: null });
    await world.database.tx(async (db) => {
      for (const id of ['k', 'lain']) await db.insert(CaseEntity, { id, startKey: null, title: id === 'k' ? 'Izin Bu Rina' : 'Lain', procedureKey: id === 'k' ? 'izin' : 'lain', releaseId: 'r', state: 'running', rootInstanceId: id === 'k' ? 'akar' : null, startedBy: null, startedByName: null, startedAt: at(0), endedAt: null, cancelReason: null });
      for (const one of [instance('akar', null), instance('satu', 'akar'), instance('dua', 'akar')]) await db.insert(InstanceEntity, one as never);
      for (const one of [submission('mulai', 'izin', null, 0), submission('a', 'periksa', 'akar', 1), submission('b', 'periksa', 'akar', 5), submission('c', 'isi', 'satu', 2), submission('d', 'isi', 'dua', 3)]) await db.insert(SubmissionEntity, one as never);
      await db.insert(ActivityEntity, { id: 'x', instanceId: 'dua', elementId: 'buat-surat', definitionId: null, type: 'serviceTask', startedAt: at(4), endedAt: null, canceled: false, calledInstanceId: null, taskId: null });
    });
    world.asker.principal = administrator('walidata');
  });
  afterAll(() => world.close());

  it('are the last of each form, of the start, the instance and what called it, and not of one beside it', async () => {
    expect(await answers.of('k')).toEqual({ izin: { nilai: 'mulai' }, periksa: { nilai: 'b' } });
    expect(await answers.of('k', 'satu')).toEqual({ izin: { nilai: 'mulai' }, periksa: { nilai: 'b' }, isi: { nilai: 'c', disebut: 'Bu Rina' } });
    expect(await answers.of('k', 'not-of-this-case')).toEqual(await answers.of('k'));
    expect(await answers.of('lain')).toEqual({});
  });

  it('are shown as they were when the case came to the step', async () => {
    expect(await letters().at('k', ['buat-surat'])).toEqual({ title: 'Izin Bu Rina', answers: { izin: { nilai: 'mulai' }, periksa: { nilai: 'a' }, isi: { nilai: 'd', disebut: 'Bu Rina' } } });
    expect((await letters().at('k', ['belum'])).answers).toEqual(await answers.of('k'));
  });

  it('belong to cases that are searched for by their titles, and to none that is gone', async () => {
    const titles = async (q: string) => (await letters().recent(['izin'], q)).map(({ title }) => title);
    expect([await titles(''), await titles('RINA'), await titles('%'), await titles('tidak')]).toEqual([['Izin Bu Rina'], ['Izin Bu Rina'], [], []]);
    await expect(letters().at('hilang', [])).rejects.toMatchObject({ code: 'letter-case-gone', status: 404 });
  });

  it('are not shown to who sees parts of cases only', async () => {
    world.asker.principal = administrator('produsen');
    expect(await letters().recent(['izin'], '')).toEqual([]);
    await expect(letters().at('k', [])).rejects.toMatchObject({ code: 'letter-case-gone' });
    world.asker.principal = administrator('walidata');
  });
});
