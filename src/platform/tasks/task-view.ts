import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { z } from 'zod';
import { Asker, Offices, Problem, Transactions, type FileRef, type Letter } from '../../sdk/index.js';
import { CaseView, InstanceEntity, mayDo, sightOf, SubmissionEntity, type TaskEntity } from '../cases/index.js';
import { resumed } from '../forms/index.js';
import { LetterAccess } from '../notifications/index.js';
import { DraftEntity } from './draft.entity.js';
import { Handovers } from './handover/handovers.service.js';
import { Leftovers } from './leftovers.service.js';
import { SentForms } from './sent-forms.js';
import { mayRelease, mayTakeOver } from './task-access.js';
import { TaskForms } from './task-forms.js';
import { TaskList } from './task-list.js';
import type { Decision, TaskDetail } from './task.schemas.js';

/** What a letter is about is no longer than its column. */
const LONGEST_ABOUT = 255;

/** One task with its form and what it needs to be decided. */
@Injectable()
export class TaskView {
  constructor(
    private readonly transactions: Transactions,
    private readonly list: TaskList,
    private readonly forms: TaskForms,
    private readonly sent: SentForms,
    private readonly cases: CaseView,
    private readonly leftovers: Leftovers,
    private readonly handovers: Handovers,
    private readonly letters: LetterAccess,
    private readonly offices: Offices,
    private readonly asker: Asker,
  ) {}

  async detail(task: TaskEntity): Promise<z.infer<typeof TaskDetail>> {
    const principal = this.asker.required();
    const [row] = await this.list.rows([task]);
    if (!row) throw Problem.notFound();
    const taskForm = await this.forms.of(task);
    const { form, instance, processKey, releaseId } = taskForm;
    const chain = await this.chain(instance);
    const draft = await this.transactions.read.findOneBy(DraftEntity, { taskId: task.id });
    const handover = await this.handovers.noteFor(task);
    const free = task.assigneeId === null || task.assigneeId === principal.id;
    // Of one that is over, what was sent; what the application would say now is not what was decided on.
    const sent = task.state === 'open' || form === null ? null : await this.sent.of(task);
    const initial = task.state === 'open' ? await this.forms.initial(taskForm) : {};
    return {
      ...row,
      instanceId: task.instanceId,
      form: (sent?.form ?? form) as z.infer<typeof TaskDetail>['form'],
      data: sent?.data ?? resumed(form, initial, { ...draft?.data }),
      draftSavedAt: draft?.savedAt.toISOString() ?? null,
      draftVersion: draft?.version ?? 0,
      releaseId,
      leftovers: await this.leftovers.of(task.id),
      decisions: await this.decisions(task, chain),
      attachments: await this.attachments(task, chain),
      canComplete: task.state === 'open' && free && mayDo(principal, task),
      canTakeOver: task.state === 'open' && mayTakeOver(principal, task),
      canHandOver: task.state === 'open' && free && principal.officeId !== null && mayDo(principal, task),
      handover: handover && { fromName: handover.fromName, note: handover.note, at: handover.at.toISOString() },
      canRelease: task.state === 'open' && mayRelease(principal, task),
      diagramKey: processKey,
    };
  }

  /** What was decided before in this instance and in those that called it. */
  private async decisions(task: TaskEntity, chain: readonly InstanceEntity[]): Promise<z.infer<typeof Decision>[]> {
    const mine = sightOf(this.asker.required()).submission;
    const where = [{ caseId: task.caseId, instanceId: In(chain.map(({ id }) => id)), ...mine }, { caseId: task.caseId, instanceId: IsNull(), ...mine }];
    const rows = await this.transactions.read.find(SubmissionEntity, { where, order: { at: 'ASC', id: 'ASC' } });
    return Promise.all(rows.map(async (row) => ({ step: row.step, taskName: row.taskName, who: row.userName, at: row.at.toISOString(), summary: await this.cases.summaryOf(row) })));
  }

  private async chain(instance: InstanceEntity): Promise<InstanceEntity[]> {
    const found = [instance];
    for (let parentId = instance.parentId; parentId !== null; ) {
      const parent = await this.transactions.read.findOneBy(InstanceEntity, { id: parentId });
      if (parent) found.push(parent);
      parentId = parent?.parentId ?? null;
    }
    return found;
  }

  /** Letters of the task's office, as far as the asker sees them; for what is no producer's, those to nobody in particular and to the statistics office, and of these only such as concern the case or what this instance, or one that called it, was given: a period may have a letter for each of very many siblings. */
  private async attachments(task: TaskEntity, chain: readonly InstanceEntity[]): Promise<FileRef[]> {
    const to = [task.officeId, ...(task.officeId === null ? (await this.offices.all('bps')).map(({ id }) => id) : [])];
    const given = chain.flatMap(({ variables }) => Object.values(variables)).filter((value): value is string => typeof value === 'string' && value.length <= LONGEST_ABOUT);
    const letters = await this.letters.among(task.caseId, to, task.officeId === null ? [...new Set([task.caseId, ...given])] : null);
    return current(letters).map((letter) => ({ ...(letter.signedFile ?? letter.file), name: calledBy(letter) }));
  }
}

/** What has no number is a report that is drawn anew: the newest takes the place of those before, also of one that has gone to the statistics office since. */
const current = (letters: readonly Letter[]): Letter[] => [...new Map(letters.map((letter) => [`${letter.template} ${letter.number ?? letter.about}`, letter])).values()];

/** As an office speaks of a letter; its file is called by templates. */
const calledBy = ({ subject, number }: Letter): string => (number ? `${subject} · ${number}` : subject);
