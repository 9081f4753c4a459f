import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Offices, Problem, TaskLinks, Transactions, type IssuedTaskLink, type LinkableTask, type LinkReceiver, type OpenedTaskLink, type TaskLinkKey, type TaskLinkView } from '../../../sdk/index.js';
import { CaseEntity, TaskEntity } from '../../cases/index.js';
import { requestContext } from '../../kernel/index.js';
import { Completion } from '../completion.service.js';
import { maySee, TaskAccess } from '../task-access.js';
import { TaskForms } from '../task-forms.js';
import { taskOver } from '../tasks.problems.js';
import { alreadyDecided, linkOver, linkUnknown, pinWrong } from './link-problems.js';
import { asReceiver, receiverOf } from './link-receiver.js';
import { newSecrets, pinHash, sameHash, tokenHash } from './link-secrets.js';
import { TaskLinkEntity } from './task-link.entity.js';

/** Wrong PINs before a link is locked: one in 200,000 guesses of a thief who has the link. */
const MOST_TRIES = 5;
const LIFETIME_MS = 72 * 3_600_000;

/** One-time links for tasks. */
@Injectable()
export class TaskLinksService extends TaskLinks {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TaskAccess,
    private readonly forms: TaskForms,
    private readonly completion: Completion,
    private readonly offices: Offices,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async waiting(formKey: string): Promise<LinkableTask[]> {
    const { read } = this.transactions;
    const asker = this.asker.required();
    const tasks = (await read.find(TaskEntity, { where: { formKey, state: 'open' }, order: { createdAt: 'ASC' } })).filter((task) => maySee(asker, task));
    const [cases, links] = await Promise.all([
      read.findBy(CaseEntity, { id: In([...new Set(tasks.map(({ caseId }) => caseId))]) }),
      read.find(TaskLinkEntity, { where: { taskId: In(tasks.map(({ id }) => id)) }, order: { id: 'ASC' } }),
    ]);
    const titles = new Map(cases.map(({ id, title }) => [id, title]));
    const latest = new Map(links.map((link) => [link.taskId, link]));
    return tasks.map(({ id, caseId, officeId }) => {
      const link = latest.get(id);
      return { taskId: id, caseId, officeId, caseTitle: titles.get(caseId) ?? '', link: link ? this.view(link) : null };
    });
  }

  async issue(taskId: string, formKey: string, { name, title }: LinkReceiver): Promise<IssuedTaskLink> {
    const task = await this.access.visible(taskId);
    if (task.formKey !== formKey) throw Problem.notFound();
    if (task.state !== 'open') throw taskOver();
    const key = newSecrets();
    const now = this.clock.now();
    const link: TaskLinkEntity = {
      id: uuidv7(), taskId, name, title, tokenHash: tokenHash(key.token), pinHash: pinHash(key), sentByName: this.asker.required().name,
      createdAt: now, expiresAt: new Date(now.getTime() + LIFETIME_MS), tries: 0, usedAt: null, revokedAt: null,
    };
    await this.transactions.tx(async (db) => {
      await db.update(TaskLinkEntity, { taskId, usedAt: IsNull(), revokedAt: IsNull() }, { revokedAt: now });
      await db.insert(TaskLinkEntity, link);
      await this.audit.write({ action: 'task-link.issued', caseId: task.caseId, subject: link.id, detail: { taskId, name, title, until: link.expiresAt.toISOString() }, ...(task.officeId !== null && { officeId: task.officeId }) });
    });
    return { ...this.view(link), ...key };
  }

  async revoke(id: string): Promise<void> {
    const link = await this.transactions.read.findOneBy(TaskLinkEntity, { id });
    if (!link) throw Problem.notFound();
    const { caseId } = await this.access.visible(link.taskId);
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(TaskLinkEntity, { id, usedAt: IsNull(), revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected !== 1) throw Problem.notFound();
      await this.audit.write({ action: 'task-link.revoked', caseId, subject: id });
    });
  }

  async open<T>(key: TaskLinkKey, formKey: string, work: (opened: OpenedTaskLink) => Promise<T>): Promise<T> {
    const { link, task } = await this.admit(key, formKey);
    const office = task.officeId === null ? null : await this.offices.byId(task.officeId);
    return asReceiver(receiverOf(link, task, office?.kind ?? null), async () => work({ link: this.view(link), context: (await this.forms.of(task)).context, at: requestContext.arrivedAt(this.clock.now()) }));
  }

  async complete(key: TaskLinkKey, formKey: string, data: Readonly<Record<string, unknown>>, within?: (opened: OpenedTaskLink, db: EntityManager) => Promise<void>): Promise<void> {
    await this.open(key, formKey, async (opened) => {
      const { link: { id, name, title, sentByName }, context: { caseId, officeId, taskId } } = opened;
      await this.completion.accept(taskId ?? '', data, async (db, at) => {
        const { affected } = await db.update(TaskLinkEntity, { id, usedAt: IsNull(), revokedAt: IsNull() }, { usedAt: this.clock.now() });
        if (affected !== 1) throw linkOver('used');
        await within?.({ ...opened, at }, db);
        await this.audit.write({ action: 'task-link.used', caseId, subject: id, detail: { taskId, name, title, sentBy: sentByName }, ...(officeId !== null && { officeId }) });
      });
    });
  }

  /** Counts the try before it looks at it: guesses sent all at once would pass together. */
  private async admit(key: TaskLinkKey, formKey: string): Promise<{ link: TaskLinkEntity; task: TaskEntity }> {
    const link = await this.transactions.read.findOneBy(TaskLinkEntity, { tokenHash: tokenHash(key.token) });
    const task = link && (await this.transactions.read.findOneBy(TaskEntity, { id: link.taskId }));
    if (!link || !task || task.formKey !== formKey) throw linkUnknown();
    const { state } = this.view(link);
    if (state !== 'open') throw linkOver(state);
    const { affected } = await this.transactions.tx((db) => db.update(TaskLinkEntity, { id: link.id, tries: LessThan(MOST_TRIES) }, { tries: () => 'tries + 1' }));
    if (affected !== 1) throw linkOver('locked');
    if (!sameHash(link.pinHash, pinHash(key))) throw await this.wrong(link, task);
    // Only this try is forgiven: his own success buys a thief no new ones.
    await this.transactions.tx((db) => db.update(TaskLinkEntity, { id: link.id }, { tries: () => 'tries - 1' }));
    if (task.state !== 'open') throw alreadyDecided();
    return { link, task };
  }

  private async wrong({ id }: TaskLinkEntity, { caseId, officeId }: TaskEntity): Promise<Problem> {
    const { tries } = await this.transactions.read.findOneByOrFail(TaskLinkEntity, { id });
    await this.transactions.tx(() => this.audit.write({ action: 'task-link.wrong-pin', caseId, subject: id, detail: { tries }, ...(officeId !== null && { officeId }) }));
    return tries < MOST_TRIES ? pinWrong(MOST_TRIES - tries) : linkOver('locked');
  }

  private view({ id, taskId, name, title, sentByName, createdAt, expiresAt, tries, usedAt, revokedAt }: TaskLinkEntity): TaskLinkView {
    const state = usedAt ? 'used' : revokedAt ? 'revoked' : expiresAt <= this.clock.now() ? 'expired' : tries >= MOST_TRIES ? 'locked' : 'open';
    return { id, taskId, name, title, sentByName, createdAt, expiresAt, state };
  }
}
