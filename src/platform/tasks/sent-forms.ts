import { Injectable } from '@nestjs/common';
import { Asker, Transactions } from '../../sdk/index.js';
import { sightOf, SubmissionEntity, type TaskEntity } from '../cases/index.js';
import { withoutShown, type FormDefinition } from '../forms/index.js';
import { Releases } from '../releases/index.js';

/** An ended task's form as it was then, with what was sent. */
export interface SentForm {
  readonly form: FormDefinition;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an ended task was answered with. */
@Injectable()
export class SentForms {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly asker: Asker,
  ) {}

  /** Null where nothing was sent, or nothing that the asker sees: to see the task is not enough, he must see the answers of its case too. */
  async of(task: Pick<TaskEntity, 'id'>): Promise<SentForm | null> {
    const { read } = this.transactions;
    const sent = await read.findOneBy(SubmissionEntity, { taskId: task.id });
    const mine = sightOf(this.asker.required()).submission;
    if (!sent || !(await read.existsBy(SubmissionEntity, { ...mine, id: sent.id }))) return null;
    return { form: withoutShown(await this.releases.form(sent.releaseId, sent.formKey)), data: sent.data };
  }
}
