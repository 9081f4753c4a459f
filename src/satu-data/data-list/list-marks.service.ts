import { Injectable } from '@nestjs/common';
import { Asker, Clock, Problem, Transactions } from 'tertib';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { ListMarkEntity, ListMarkStepEntity, ListRowEntity } from './data-list.entities.js';
import type { MarkStep, MarkView, NewMark } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { isTableField, listField } from './list-fields.js';
import { markView } from './list-view.service.js';

/** Whose step it is: staff answer a mark, whoever corrects opens and closes it. */
const PERMISSION: Readonly<Record<MarkStep['state'], string>> = { answered: 'satu-data.keep-list', open: 'satu-data.mark-list', closed: 'satu-data.mark-list' };

/** What is to be corrected: bound to a row and a field, until whoever asked for it is content. */
@Injectable()
export class ListMarks {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly asker: Asker,
    private readonly clock: Clock,
  ) {}

  async add(caseId: string, { rowId, field, comment }: NewMark): Promise<MarkView> {
    await this.access.period(caseId);
    await this.assertNotSent(caseId);
    if (field !== null && !listField(field) && !isTableField(field)) throw unknownField(field);
    if (!(await this.database.read.existsBy(ListRowEntity, { id: rowId, periodId: caseId }))) throw Problem.notFound();
    const mark: ListMarkEntity = {
      id: uuidv7(), periodId: caseId, rowId, field, comment, state: 'open', source: this.access.source(), userName: this.asker.required().name, at: this.clock.now(), answer: null, answeredBy: null, answeredAt: null,
    };
    await this.database.tx((db) => db.insert(ListMarkEntity, mark));
    return markView(mark);
  }

  async step(caseId: string, id: string, { state, answer }: MarkStep): Promise<MarkView> {
    await this.access.period(caseId);
    if (!(await this.asker.can(PERMISSION[state]))) throw Problem.forbidden();
    await this.assertNotSent(caseId);
    const [userName, at] = [this.asker.required().name, this.clock.now()];
    const said = state === 'answered' ? answer || null : null;
    const answered = state === 'answered' ? { answer: said, answeredBy: userName, answeredAt: at } : {};
    const seen = { id, periodId: caseId, ...this.access.marks() };
    // What is closed is not answered any more; who opens and closes is who asked for it.
    const which = state === 'answered' ? { state: Not('closed' as const) } : { source: this.access.source() };
    const affected = await this.database.tx(async (db) => {
      const before = await db.findOneBy(ListMarkEntity, { ...seen, ...which });
      // Sent twice, it is one step.
      if (before?.state === state && (state !== 'answered' || before.answer === said)) return 1;
      const { affected: changed } = await db.update(ListMarkEntity, { ...seen, ...which }, { state, ...answered });
      if (changed === 1) await db.insert(ListMarkStepEntity, { id: uuidv7(), markId: id, state, answer: said, userName, at });
      return changed;
    });
    if (affected !== 1) throw (await this.database.read.existsBy(ListMarkEntity, seen)) ? (state === 'answered' ? markClosed() : markOfOthers()) : Problem.notFound();
    return markView(await this.database.read.findOneByOrFail(ListMarkEntity, { id }));
  }

  private async assertNotSent(periodId: string): Promise<void> {
    if (!(await this.database.read.existsBy(DatasetEntity, { periodId, state: Not(INITIAL_STATE) }))) return;
    throw new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga daftar data tidak dikoreksi lagi.', en: 'Requests have been sent, so the list is no longer corrected.' });
  }
}

const markClosed = () => new Problem('mark-closed', 409, { id: 'Koreksi ini sudah diterima, sehingga tidak dijawab lagi.', en: 'This correction has been accepted, so it is not answered any more.' });
const markOfOthers = () => new Problem('mark-of-others', 403, { id: 'Koreksi ini diminta pihak lain. Hanya yang memintanya dapat menerima atau membukanya lagi.', en: 'Somebody else asked for this correction. Only those who asked for it can accept or reopen it.' });
const unknownField = (field: string) => new Problem('data-list-field', 422, { id: `Isian “${field}” tidak dikenal.`, en: `There is no field “${field}”.` });
