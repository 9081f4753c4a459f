import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { sideOf } from './question-counts.js';
import { QuestionEntity, QuestionReadEntity, type Place } from './question.entities.js';
import { QuestionNotice } from './question-notice.js';
import { checkPlace, QuestionPlaces } from './question-places.service.js';
import type { Messages, Places } from './question.schemas.js';

/** As many as are shown at once. */
const PAGE = 50;

/** Questions and answers about one data set that is asked for, or about a row of its table (tanya jawab). */
@Injectable()
export class Questions {
  constructor(
    private readonly database: Transactions,
    private readonly notice: QuestionNotice,
    private readonly rows: QuestionPlaces,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async of(request: RequestEntity, datasetId: string, before?: string): Promise<Messages> {
    const dataset = await this.dataset(request, datasetId);
    const found = await this.database.read.find(QuestionEntity, { where: { datasetId, ...(before && { id: LessThan(before) }) }, order: { id: 'DESC' }, take: PAGE + 1 });
    const me = this.asker.required().id;
    const shown = found.slice(0, PAGE).toReversed();
    const nameOf = await this.rows.names(dataset, shown.flatMap(({ place }) => (place ? [place] : [])));
    const items = shown.map(({ id, side, place, text, userId, userName, at }) => ({ id, mine: userId === me, about: place && { place: { ...place }, name: nameOf(place) }, side, text, userName, at: at.toISOString() }));
    return { dataset: dataset.title, items, earlier: found.length > PAGE };
  }

  async ask(request: RequestEntity, datasetId: string, text: string, place: Place | null = null): Promise<string> {
    if (request.sentAt === null || request.state === 'cancelled') throw notAsked();
    const dataset = await this.dataset(request, datasetId);
    if (place) checkPlace(place, dataset);
    const nameOf = await this.rows.names(dataset, place ? [place] : []);
    const me = this.asker.required();
    const question: QuestionEntity = { id: uuidv7(), periodId: request.periodId, requestId: request.id, officeId: request.officeId, datasetId, side: sideOf(me), place, text, userId: me.id, userName: me.name, at: this.clock.now() };
    await this.database.tx(async (db) => {
      await db.insert(QuestionEntity, question);
      const { title } = await db.findOneByOrFail(PeriodEntity, { id: request.periodId });
      await this.notice.send(question, { dataset: [dataset.title, ...(place ? [nameOf(place)] : [])].join(', '), period: title });
      await this.audit.write({ action: 'question.written', caseId: request.periodId, officeId: request.officeId, subject: datasetId, detail: { messageId: question.id, side: question.side, ...(place && { place }) } });
    });
    return question.id;
  }

  /** The rows of its table that can be asked about. */
  async places(request: RequestEntity, datasetId: string, q?: string): Promise<Places> {
    return this.rows.of(await this.dataset(request, datasetId), q);
  }

  /** Later than what is marked already, or it stays as it is: two windows of one person do not undo each other. */
  async read(request: RequestEntity, datasetId: string, upTo: string): Promise<void> {
    await this.dataset(request, datasetId);
    if (!(await this.database.read.existsBy(QuestionEntity, { id: upTo, datasetId }))) throw Problem.notFound();
    const userId = this.asker.required().id;
    await this.database.tx(async (db) => {
      await db.createQueryBuilder().insert().into(QuestionReadEntity).values({ userId, datasetId, lastId: upTo }).orIgnore().execute();
      await db.update(QuestionReadEntity, { userId, datasetId, lastId: LessThan(upTo) }, { lastId: upTo });
    });
  }

  private async dataset({ periodId, officeId }: RequestEntity, id: string): Promise<DatasetEntity> {
    const dataset = await this.database.read.findOneBy(DatasetEntity, { id, periodId, officeId });
    if (!dataset) throw Problem.notFound();
    return dataset;
  }
}

const notAsked = (): Problem =>
  new Problem('not-asked', 409, { id: 'Permintaan data ini belum dikirim atau sudah dibatalkan, jadi belum ada yang dapat ditanyakan.', en: 'These data have not been asked for yet, or the request was cancelled, so there is nothing to ask about.' });
