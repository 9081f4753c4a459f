import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Transactions } from '../../../sdk/index.js';
import { LetterAnswers, type Answers } from '../../notifications/index.js';
import { Choices } from '../../forms/index.js';
import { Releases } from '../../releases/index.js';
import { CaseEntity, InstanceEntity, SubmissionEntity } from '../entities/index.js';

/** Answers from the forms that were accepted. */
@Injectable()
export class AnswersOfCase extends LetterAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly choices: Choices,
  ) {
    super();
  }

  async of(caseId: string, processInstanceId?: string, until?: Date): Promise<Answers> {
    const { read } = this.transactions;
    const instances = await this.way(caseId, processInstanceId);
    const at = until && { at: LessThanOrEqual(until) };
    const start = await read.find(SubmissionEntity, { where: { caseId, taskId: IsNull(), ...at }, order: { at: 'ASC', id: 'ASC' } });
    const later = await read.find(SubmissionEntity, { where: instances.map((instanceId) => ({ caseId, instanceId, ...at })), order: { at: 'ASC', id: 'ASC' } });
    const last = new Map([...start, ...(instances.length > 0 ? later : [])].map((one) => [one.formKey, one]));
    const answers: [string, Answers[string]][] = [];
    // A letter names people and offices; what is stored of them is an id.
    for (const { formKey, releaseId, data } of last.values()) answers.push([formKey, await this.choices.inWords(await this.releases.form(releaseId, formKey), data)]);
    return Object.fromEntries(answers);
  }

  /** The instance and those that called it; where it is no instance of the case, the case's own. */
  private async way(caseId: string, processInstanceId: string | undefined): Promise<string[]> {
    const { read } = this.transactions;
    const instances = new Map((await read.findBy(InstanceEntity, { caseId })).map((one) => [one.id, one]));
    const root = (await read.findOneBy(CaseEntity, { id: caseId }))?.rootInstanceId ?? null;
    const way: string[] = [];
    for (let id = processInstanceId !== undefined && instances.has(processInstanceId) ? processInstanceId : root; id !== null && !way.includes(id); id = instances.get(id)?.parentId ?? null) way.push(id);
    return way;
  }
}
