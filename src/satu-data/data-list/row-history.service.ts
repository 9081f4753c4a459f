import { Injectable } from '@nestjs/common';
import { Asker, Cases, Problem, Transactions, type SubmissionRecord, type Text } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import { seenReason } from '../review/seen-reason.js';
import { ListChangeEntity, ListEntity, ListMarkEntity, ListMarkStepEntity, ListRowEntity } from './data-list.entities.js';
import type { HistoryEntry } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { changeWords } from './list-comparison.service.js';
import { labelOf } from './list-fields.js';

const SHOWN = 500;
const TERTIB = 'Tertib';
const NOTHING = { version: null, field: null, label: null, before: null, after: null, source: null, state: null, text: null } as const;
const STEP_KINDS = { open: 'reopened', answered: 'answered', closed: 'accepted' } as const;
/** The form by which somebody had the application do it: one of the period, or of the data set. */
const BY_FORM: Partial<Readonly<Record<DatasetState, string>>> = { asked: 'kirim-permintaan', sent_to_bps: 'kirim-surat', published: 'diseminasi', archived: 'arsip' };
const PERIOD_FORMS = ['kirim-permintaan', 'arsip'];
const DATASET_FORMS = ['kirim-surat', 'diseminasi'];
const ANSWERED: readonly DatasetState[] = ['validated', 'not_available', 'not_ours'];

/** What happened to a row, on one line of time: changes of the list, corrections with their answers, and what became of its data set. */
@Injectable()
export class RowHistories {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly datasets: DatasetAccess,
    private readonly cases: Cases,
    private readonly asker: Asker,
  ) {}

  /** Newest first; at the end, how the row came into the list. */
  async of(caseId: string, rowId: string): Promise<HistoryEntry[]> {
    await this.access.period(caseId);
    const { read } = this.database;
    const [list, row] = await Promise.all([read.findOneBy(ListEntity, { periodId: caseId }), read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId })]);
    if (!list || !row) throw Problem.notFound();
    const [changes, marks, states] = await Promise.all([this.changes(list, rowId), this.marks(caseId, rowId), this.states(caseId, rowId)]);
    return [...changes.entries, ...marks, ...states].toSorted((one, other) => other.since.getTime() - one.since.getTime()).concat(changes.first).map(({ since: _, ...entry }) => entry);
  }

  private async changes({ periodId, startedAt }: ListEntity, rowId: string): Promise<{ entries: Told[]; first: Told[] }> {
    const [changes, producers] = await Promise.all([this.database.read.find(ListChangeEntity, { where: { rowId, periodId }, order: { version: 'DESC', id: 'DESC' }, take: SHOWN }), this.access.producers()]);
    const entries = changes.flatMap(({ version, kind, field, before, after, userName: by, at }): Told[] => {
      const words = kind === 'moved' ? { before: alike(String(before)), after: alike(String(after)) } : field === null ? {} : changeWords(field, before, after, producers);
      return words ? [{ ...NOTHING, kind, version, field, ...words, by, at: at.toISOString(), since: at }] : [];
    });
    const isWhole = changes.length < SHOWN && changes.at(-1)?.kind !== 'added';
    return { entries, first: isWhole ? [{ ...NOTHING, kind: 'started', version: 1, by: TERTIB, at: startedAt.toISOString(), since: startedAt }] : [] };
  }

  private async marks(periodId: string, rowId: string): Promise<Told[]> {
    const { read } = this.database;
    const marks = await read.find(ListMarkEntity, { where: { periodId, rowId, ...this.access.marks() }, order: { at: 'DESC', id: 'DESC' } });
    const steps = marks.length === 0 ? [] : await read.find(ListMarkStepEntity, { where: { markId: In(marks.map(({ id }) => id)) }, order: { at: 'DESC', id: 'DESC' } });
    return marks.flatMap((mark) => toldOf(mark, steps.filter(({ markId }) => markId === mark.id)));
  }

  /** What BPS was not sent it is told nothing of; of what it was, what came since, with no names. */
  private async states(periodId: string, datasetId: string): Promise<Told[]> {
    const { read } = this.database;
    const all = await read.find(DatasetStateEntity, { where: { datasetId }, order: { at: 'DESC', id: 'DESC' } });
    const reviewer = this.datasets.isReviewer();
    const states = all.filter(({ before }) => before !== null).slice(0, reviewer ? all.findLastIndex(({ after }) => after === 'sent_to_bps') + 1 : SHOWN);
    const by = reviewer || states.length === 0 ? () => null : await this.people(periodId, datasetId);
    return states.map((one): Told => {
      const { before, after: state, reason, at } = one;
      const isTold = !reviewer || state !== 'analysed' || before === 'sent_to_bps';
      return { ...NOTHING, kind: 'state', state, text: isTold ? seenReason({ state, stateReason: reason }, reviewer) : null, by: by(one), at: at.toISOString(), since: at };
    });
  }

  /** Who brought a data set into a state: of a delivery as it is told elsewhere, of what the application did whoever had it done. */
  private async people(periodId: string, datasetId: string): Promise<(state: DatasetStateEntity) => string | null> {
    const { language } = this.asker.required();
    const [deliveries, ofPeriod, ofDataset] = await Promise.all([
      this.database.read.find(DeliveryEntity, { where: { datasetId }, order: { submittedAt: 'DESC', id: 'DESC' } }), this.cases.submissions(periodId, PERIOD_FORMS), this.cases.submissions(periodId, DATASET_FORMS, { variable: { name: 'dataset', value: datasetId } }),
    ]);
    return ({ before, after, userId, userName, at }) => {
      const [sent, validated] = [deliveries.find(({ submittedAt }) => submittedAt <= at), deliveries.find(({ validatedAt }) => validatedAt !== null && validatedAt <= at)];
      if (after === 'delivered' && sent) return senderOf(sent, language);
      if (before === 'delivered' && ANSWERED.includes(after) && validated) return validatorOf(validated, language);
      // What is asked for again was not by that form.
      const form = after === 'asked' && before !== 'listed' ? undefined : BY_FORM[after];
      return userId === null ? (newestOf([...ofPeriod, ...ofDataset], form, at)?.userName ?? TERTIB) : userName;
    };
  }
}

interface Told extends HistoryEntry {
  /** When it was, or at least: what it is sorted by. */
  readonly since: Date;
}

function toldOf(mark: ListMarkEntity, steps: readonly ListMarkStepEntity[]): Told[] {
  const { field, source, comment, userName, at, state, answer, answeredBy, answeredAt } = mark;
  const said = { ...NOTHING, field, label: field === null ? null : { ...labelOf(field) }, source };
  const told = (kind: Told['kind'], text: string | null, by: string | null, when: Date | null, since: Date): Told => ({ ...said, kind, text: text === null ? null : alike(text), by, at: when?.toISOString() ?? null, since });
  // Of a mark that was settled before its steps were kept, what is known of them.
  const answered = answeredAt && !steps.some((one) => one.state === 'answered') ? [told('answered', answer, answeredBy, answeredAt, answeredAt)] : [];
  const closed = state === 'closed' && !steps.some((one) => one.state === 'closed') ? [told('accepted', null, null, null, answeredAt ?? at)] : [];
  return [...closed, ...steps.map((one) => told(STEP_KINDS[one.state], one.answer, one.userName, one.at, one.at)), ...answered, told('marked', comment, userName, at, at)];
}

const alike = (text: string): Text => ({ id: text, en: text });
const newestOf = (submissions: readonly SubmissionRecord[], form: string | undefined, at: Date): SubmissionRecord | undefined =>
  submissions.filter((one) => one.formKey === form && one.at <= at).toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
