import { caseWorld, person, producer, taskRow, type CaseWorld } from '../../../test/support/case-world.js';
import { SubmissionEntity, TaskEntity } from '../cases/index.js';
import type { Releases } from '../releases/index.js';
import { SentForms } from './sent-forms.js';

const components = [{ key: 'temuan', type: 'readonlyTable', persistent: false }, { key: 'p', type: 'panel', components: [{ key: 'fakta', type: 'readonlyTable' }] }, { key: 'hasil', type: 'radio' }, { key: 'baris', type: 'datagrid', components: [{ key: 'isi', type: 'panel', components: [{ key: 'tentang', type: 'readonlyTable', rowKey: 'id' }, { key: 'nama', type: 'textfield' }] }] }];
const answered = [components[2], { ...components[3], components: [{ key: 'isi', type: 'panel', components: [{ key: 'nama', type: 'textfield' }] }] }];

describe('what an ended task was answered with', () => {
  let world: CaseWorld;
  let sent: SentForms;

  beforeAll(async () => {
    world = await caseWorld();
    const { database, asker, clock } = world;
    sent = new SentForms(database, { form: (releaseId: string, key: string) => Promise.resolve({ key: `${releaseId} ${key}`, components }) } as unknown as Releases, asker);
    const tasks = [taskRow('own', 'c', clock.now()), taskRow('delivery', 'c', clock.now(), { role: 'operator', officeId: 'office-dukcapil' }), taskRow('review', 'c', clock.now(), { role: 'bps', recordedBy: 'kasi' }), taskRow('cancelled', 'c', clock.now())];
    await database.tx(async (db) => {
      await db.insert(TaskEntity, tasks);
      for (const { id, officeId } of tasks.slice(0, 3)) {
        await db.insert(SubmissionEntity, { id: `s-${id}`, caseId: 'c', formKey: 'verifikasi', instanceId: null, userId: 'x', taskId: id, releaseId: 'r1', elementId: null, taskName: id, step: null, officeId, userName: 'x', at: clock.now(), data: { hasil: id }, hash: id });
      }
    });
  });
  afterAll(() => world.close());

  it('stands in the form of then, without what was only shown', async () => {
    world.asker.principal = person('kasi', ['kasi']);
    expect(await sent.of({ id: 'own' })).toEqual({ form: { key: 'r1 verifikasi', components: answered }, data: { hasil: 'own' } });
  });

  it.each([
    ['the office sees all', person('kasi', ['kasi']), ['own', 'delivery', 'review']],
    ['a producer its own', person('operator', ['operator'], producer('dukcapil')), ['delivery']],
    ['another producer nothing', person('stranger', ['operator'], producer('dinkes')), []],
    ['the statistics office what its role was asked', person('bps', ['bps'], { id: 'office-bps', kind: 'bps' }), ['review']],
  ])('%s, and what was not answered has nothing', async (_what, principal, seen) => {
    world.asker.principal = principal;
    const found = await Promise.all(['own', 'delivery', 'review', 'cancelled'].map((id) => sent.of({ id })));
    expect(found.flatMap((one) => one?.data['hasil'] ?? [])).toEqual(seen);
  });
});
