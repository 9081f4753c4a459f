import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Asker, narrowByWords, Transactions } from '../../../sdk/index.js';
import { LetterCases, LetterProblem, type CaseAtLetter, type LetterCase } from '../../releases/index.js';
import { sightOf } from '../access/sight.js';
import { ActivityEntity, CaseEntity, InstanceEntity } from '../entities/index.js';
import { AnswersOfCase } from './answers-of-case.js';

const MOST = 20;

/** Cases to try a letter with: those that the administrator may see as a whole. */
@Injectable()
export class CasesForLetters extends LetterCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly answers: AnswersOfCase,
  ) {
    super();
  }

  async recent(procedures: readonly string[], q: string): Promise<readonly LetterCase[]> {
    if (!this.seesAll()) return [];
    const query = this.transactions.read.createQueryBuilder(CaseEntity, 'c').where('c.procedureKey IN (:...procedures)', { procedures }).orderBy('c.id', 'DESC').limit(MOST);
    narrowByWords(query, q, 'c.title');
    return (await query.getMany()).map(({ id, title, startedAt }) => ({ id, title, startedAt: startedAt.toISOString() }));
  }

  async at(caseId: string, elementIds: readonly string[]): Promise<CaseAtLetter> {
    const row = this.seesAll() ? await this.transactions.read.findOneBy(CaseEntity, { id: caseId }) : null;
    if (!row) throw LetterProblem.caseGone();
    const passage = await this.passage(caseId, elementIds);
    return { title: row.title, answers: await this.answers.of(caseId, passage?.instanceId, passage?.startedAt) };
  }

  /** When the case last came to one of the steps; null: not yet. */
  private async passage(caseId: string, elementIds: readonly string[]): Promise<ActivityEntity | null> {
    const { read } = this.transactions;
    const instances = await read.find(InstanceEntity, { where: { caseId }, select: { id: true } });
    return read.findOne(ActivityEntity, { where: { instanceId: In(instances.map(({ id }) => id)), elementId: In([...elementIds]) }, order: { startedAt: 'DESC' } });
  }

  /** Who is confined to an office sees parts of cases; a letter may be about any part. */
  private seesAll(): boolean {
    return sightOf(this.asker.required()).whole;
  }
}
