import { caseRow, caseWorld, person, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import type { Mail, Principal, Settings } from '../../../sdk/index.js';
import { CaseAccess, CaseEntity, TaskEntity } from '../../cases/index.js';
import type { UsersRepository } from '../../identity/index.js';
import { AppConfig } from '../../kernel/index.js';
import { DraftEntity } from '../draft.entity.js';
import { TaskDrafts } from '../drafts.service.js';
import { TaskAccess } from '../task-access.js';
import type { GatewayMessages } from '../webhook/gateway-messages.js';
import { handoverMail } from './handover-mail.js';
import { HandoverNews } from './handover-news.js';
import { Handovers } from './handovers.service.js';

const OFFICE = 'office-dukcapil';
const at = (username: string, roles: string[], officeId = OFFICE): Principal => ({ ...person(username, roles), officeId, officeKind: 'produsen' });

describe('handing a task over', () => {
  let world: CaseWorld;
  let handovers: Handovers;
  let drafts: TaskDrafts;
  let mails: Mail[];
  let told: string[];
  const people = [at('ani', ['operator']), at('budi', ['operator']), at('cici', ['pimpinan']), at('dedi', ['operator'], 'office-dinkes')];
  const [ani, budi, cici, dedi] = people as [Principal, Principal, Principal, Principal];

  beforeEach(async () => {
    world = await caseWorld();
    mails = [];
    const { database, clock, events, audit, asker } = world;
    const users = {
      colleagues: async (officeId: string) => people.filter((one) => one.officeId === officeId).map((one) => ({ ...one, title: null, email: `${one.username}@example.test` })),
    } as unknown as UsersRepository;
    const access = new TaskAccess(database, asker, new CaseAccess(database, asker, audit));
    told = [];
    const gateway = { task: async (_key: string, { id }: TaskEntity, receiver: string) => void told.push(`${id} ${receiver}`) } as unknown as GatewayMessages;
    const settings = { get: async (_key: string, fallback: unknown) => fallback } as unknown as Settings;
    const news = new HandoverNews({ send: async (mail) => void mails.push(mail) }, gateway, settings, new AppConfig({ PUBLIC_URL: 'https://data.example.go.id' }));
    handovers = new Handovers(access, users, database, asker, clock, audit, events, news);
    drafts = new TaskDrafts(access, database, asker, clock);
    await database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('case-1', clock.now()));
      await db.insert(TaskEntity, taskRow('t1', 'case-1', clock.now(), { role: 'operator', officeId: OFFICE }));
    });
    asker.principal = ani;
  });
  afterEach(() => world.close());

  const task = () => world.database.read.findOneByOrFail(TaskEntity, { id: 't1' });

  it('gives it, with what was typed and a note, to a colleague who is told', async () => {
    await drafts.save('t1', { catatan: 'setengah jadi' }, 0);
    expect(await handovers.colleagues('t1')).toEqual([{ id: budi.id, name: 'budi', title: null }]);
    await handovers.handOver('t1', budi.id, 'Tinggal kecamatan Merlung.');
    expect(await task()).toMatchObject({ assigneeId: budi.id, assigneeName: 'budi', state: 'open' });
    expect(mails).toMatchObject([{ to: ['budi@example.test'], subject: 'Tugas diserahkan kepada Anda: Langkah', text: expect.stringMatching(/^Yth\. budi\n[^]*Catatan: Tinggal kecamatan Merlung\.\n[^]*\nBuka tugas: https:\/\/data\.example\.go\.id\/admin\/tasks\/t1\n/) }]);
    expect(told).toEqual(['t1 budi']);
    expect(mails[0]).toMatchObject({ language: 'id' });
    expect(world.audit.entries).toMatchObject([{ action: 'task.handed-over', officeId: OFFICE, subject: 't1', detail: { to: 'budi', note: 'Tinggal kecamatan Merlung.' } }]);
    expect(await handovers.noteFor(await task())).toMatchObject({ fromName: 'ani', note: 'Tinggal kecamatan Merlung.' });
    await expect(drafts.save('t1', { catatan: 'lagi' }, 1)).rejects.toMatchObject({ code: 'task-taken' });
    world.asker.principal = budi;
    await drafts.save('t1', { catatan: 'setengah jadi, diteruskan' }, 1);
    expect(await world.database.read.findOneByOrFail(DraftEntity, { taskId: 't1' })).toMatchObject({ version: 2, userId: budi.id });
  });

  it('says nothing of a note any more once another holds it', async () => {
    await handovers.handOver('t1', budi.id, 'Tolong.');
    await world.database.tx((db) => db.update(TaskEntity, { id: 't1' }, { assigneeId: null, assigneeName: null }));
    expect(await handovers.noteFor(await task())).toBeNull();
  });

  it.each([['of another office', () => dedi.id], ['without the role', () => cici.id], ['oneself', () => ani.id], ['unknown', () => 'u-nobody']])('refuses somebody %s', async (_, who) => {
    await expect(handovers.handOver('t1', who(), 'Tolong.')).rejects.toMatchObject({ code: 'not-a-colleague', status: 422 });
    expect((await task()).assigneeId).toBeNull();
  });

  it('is only for whoever may do it now: of two who hand it over at once, one does', async () => {
    world.asker.principal = cici;
    await expect(handovers.handOver('t1', budi.id, 'Tolong.')).rejects.toMatchObject({ status: 403 });
    world.asker.principal = dedi;
    await expect(handovers.colleagues('t1')).rejects.toMatchObject({ status: 404 });
    await world.database.tx((db) => db.update(TaskEntity, { id: 't1' }, { assigneeId: budi.id, assigneeName: 'budi' }));
    world.asker.principal = ani;
    await expect(handovers.handOver('t1', budi.id, 'Tolong.')).rejects.toMatchObject({ code: 'task-taken' });
  });
});

describe('the mail of a handover', () => {
  const facts = { reader: 'Budi', from: 'Ani', task: { id: 't1', name: 'Isi data' }, title: 'Periode 2026', note: 'Tinggal satu', site: null, office: 'Dinas Kominfo' };

  it('is in the reader’s language, and leads nowhere while nobody has said where', () => {
    expect(handoverMail('en', facts)).toEqual({ subject: 'A task was handed over to you: Isi data', text: expect.stringMatching(/^Dear Budi,\n\nAni has handed this task over to you \(Periode 2026\):\n\n {2}Isi data\n\nNote: Tinggal satu\n[^]*\n\nDinas Kominfo\n$/) });
    expect(handoverMail('en', facts).text).not.toContain('http');
  });
});
