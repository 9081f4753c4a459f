import { Injectable } from '@nestjs/common';
import { Letters, Transactions, type Letter, type LetterRequest, type TaskContext } from 'tertib';
import { LetterData } from '../letters/letter-data.js';
import { subjectOf } from '../letters/letter-subjects.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import { grouped } from '../shared/grouped.js';
import { inOrder } from '../shared/in-order.js';
import { RequestEntity } from './request.entity.js';

const LETTER = 'surat-permintaan-produsen';
/** While one is drawn, the next is put together and the last is kept. More would only wait: letters are drawn one by one. */
const AT_ONCE = 3;

/** The letters of requests: one for each, drawn once. Who begins again after a stop finds those that were drawn. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly database: Transactions,
    private readonly letters: Letters,
    private readonly data: LetterData,
  ) {}

  /** By request; another deadline is another letter with another number, unless the first was signed already. */
  async of(period: PeriodEntity, requests: readonly RequestEntity[], task: TaskContext): Promise<ReadonlyMap<string, Letter>> {
    const there = grouped(await this.letters.ofCase(period.id, { template: LETTER }), ({ about }) => about);
    const found = new Map<string, Letter>();
    // Numbers go by the order of the requests, whichever is put together first.
    let turn: Promise<unknown> = Promise.resolve();
    const inTurn = async <T>(data: Promise<T>): Promise<T> => {
      turn = Promise.all([turn, data]);
      await turn;
      return data;
    };
    await inOrder(requests, AT_ONCE, async (request) => {
      const own = there.get(request.id) ?? [];
      const known = own.findLast(({ signedFile }) => signedFile !== null) ?? own.find(({ key }) => key === keyOf(request));
      const letter = known ?? (await this.draw(period, request, await inTurn(this.data.ofProducer(period, request.officeId, request.deadline)), task));
      found.set(request.id, letter);
      if (request.letterId !== letter.id) await this.database.tx((db) => db.update(RequestEntity, { id: request.id }, { letterId: letter.id, letterNumber: letter.number }));
      if (!known) task.progress(found.size / requests.length, { id: `surat ${found.size} dari ${requests.length}`, en: `letter ${found.size} of ${requests.length}` });
    });
    return found;
  }

  private async draw(period: PeriodEntity, request: RequestEntity, data: LetterRequest['data'], task: TaskContext): Promise<Letter> {
    task.signal.throwIfAborted();
    return this.letters.render({
      key: keyOf(request), caseId: period.id, processInstanceId: task.processInstanceId, template: LETTER, subject: subjectOf(LETTER), officeId: request.officeId, about: request.id, data,
    });
  }
}

const keyOf = ({ id, deadline }: RequestEntity): string => `request:${id}:${deadline.toISOString()}`;
