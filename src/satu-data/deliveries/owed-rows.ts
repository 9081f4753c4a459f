import { Injectable } from '@nestjs/common';
import { Cases, OpenTasks, Transactions, type Language } from 'tertib';
import { In, Not } from 'typeorm';
import { LastYear } from '../changes/last-year.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { threadWords } from '../review/comment-places.js';
import { CommentSight, isOpen, type Thread } from '../review/comment-sight.service.js';
import { rowsAsTyped } from '../tables/index.js';
import { VerificationService } from '../verification/verification.service.js';
import { DeliveredData } from './delivered-data.js';
import { DeliveryTableEntity } from './delivery-table.entity.js';
import { DeliveryEntity } from './delivery.entity.js';
import { sentForms, tableIn, unsentForm, type SentForm, type SentRow, type TypedForm } from './sent-rows.js';

const NOTES = {
  id: { withdrawn: (reason: string) => `Ditarik kembali: ${reason}`, office: 'Kasi', leader: 'Pimpinan', comment: 'Catatan' },
  en: { withdrawn: (reason: string) => `Taken back: ${reason}`, office: 'Head of section', leader: 'Leader', comment: 'Comment' },
} satisfies Record<Language, object>;
const STATUS = { data: 'disampaikan', not_available: 'tidak_tersedia', not_ours: 'bukan_kewenangan' } as const;
const STATUSES: ReadonlySet<string> = new Set([...Object.values(STATUS), 'belum']);

/** What an operator finds in his form: each data set as he last left it, handed in, not ready yet or typed when the deadline ended his task, with what was said against it, and last year's values. */
@Injectable()
export class OwedRows {
  constructor(
    private readonly database: Transactions,
    private readonly verification: VerificationService,
    private readonly lastYear: LastYear,
    private readonly shown: DeliveredData,
    private readonly comments: CommentSight,
    private readonly cases: Cases,
    private readonly tasks: OpenTasks,
  ) {}

  /** In a fixed number of queries, however many data sets. */
  async of(datasets: readonly DatasetEntity[], language: Language): Promise<object> {
    const lastYear = await this.lastYear.tablesOf(datasets);
    const last = await this.last(datasets);
    const [threads, tables, findings] = await Promise.all([
      this.comments.toProducer(datasets.map(({ id }) => id)),
      this.database.read.findBy(DeliveryTableEntity, { deliveryId: In([...last.values()].filter(({ fileId }) => fileId === null).map(({ id }) => id)) }),
      this.verification.shown(datasets.flatMap((dataset) => { const one = last.get(dataset.id); return one?.status === 'returned' ? [{ deliveryId: one.id, dataset }] : []; }), language),
    ]);
    const tableOf = new Map(tables.map((table) => [table.deliveryId, table]));
    const forms = await this.sent(datasets, [...last.values()].filter((one) => lacksTable(one, tableOf)));
    const formOf = new Map(forms.map((form) => [form.id, form]));
    const [newest] = forms;
    const typed = datasets[0] ? await unsentForm(this.tasks, datasets[0], newest) : null;
    return {
      ...besideRows(typed),
      dataset: datasets.map((dataset) => {
        const one = last.get(dataset.id);
        const unready = newest && newest.id !== one?.submissionId ? unreadyRow(dataset, newest.rows.get(dataset.id)) : null;
        return typedRow(dataset, typed?.rows.get(dataset.id)) ?? unready ?? rowOf(dataset, one, one && tableOf.get(one.id), formOf.get(one?.submissionId ?? '')?.rows.get(dataset.id));
      }),
      temuan: [...findings, ...threads.filter(isOpen).map((one) => said(one, datasets, language))], pesanPengembalian: datasets.flatMap((dataset) => notesOn(dataset, last.get(dataset.id), language)),
      // Of all data sets: the form shows of each in its own panel what is its.
      tentang: datasets.map(({ id, definition, unit }) => ({ datasetId: id, definisi: definition, satuan: unit })),
      tahunLalu: await this.shown.undecided(datasets, lastYear),
    };
  }

  /** The forms that tell what the deliveries do not: what was not ready yet, and what was late, whose tables are not kept. */
  private async sent(datasets: readonly DatasetEntity[], without: readonly DeliveryEntity[]): Promise<SentForm[]> {
    const [dataset] = datasets;
    if (!dataset) return [];
    const [newest] = await sentForms(this.cases, dataset, 1);
    if (!newest || without.every(({ submissionId }) => submissionId === newest.id)) return newest ? [newest] : [];
    return sentForms(this.cases, dataset);
  }

  private async last(datasets: readonly DatasetEntity[]): Promise<Map<string, DeliveryEntity>> {
    const all = await this.database.read.find(DeliveryEntity, { where: { datasetId: In(datasets.map(({ id }) => id)), status: Not('replaced') }, order: { submittedAt: 'ASC', id: 'ASC' } });
    return new Map(all.map((one) => [one.datasetId, one]));
  }
}

const lacksTable = ({ id, kind, fileId }: DeliveryEntity, tableOf: ReadonlyMap<string, DeliveryTableEntity>): boolean => kind === 'data' && fileId === null && !tableOf.has(id);

const leftRow = ({ id, title }: DatasetEntity, left: SentRow) => ({
  datasetId: id, nama: title, status: STATUSES.has(left.status) ? left.status : 'belum', tabel: { datasetId: id, ...tableIn(left) }, alasan: left.alasan ?? '', keterangan: left.keterangan ?? '',
});

/** As he typed it; null where that is nothing. */
function typedRow(dataset: DatasetEntity, typed: SentRow | undefined) {
  const isBegun = typed && (tableIn(typed) !== null || typed.alasan || typed.keterangan || (STATUSES.has(typed.status) && typed.status !== 'belum'));
  return isBegun ? leftRow(dataset, typed) : null;
}

/** And what he wrote to the leader. */
const besideRows = (typed: TypedForm | null): object => (typeof typed?.data['catatan'] === 'string' ? { catatan: typed.data['catatan'] } : {});

/** What he had filled in when he sent the others; null where that is nothing. */
const unreadyRow = (dataset: DatasetEntity, sent: SentRow | undefined) => (sent?.status === 'belum' && tableIn(sent) ? leftRow(dataset, { ...sent, alasan: null }) : null);

function rowOf(dataset: DatasetEntity, last: DeliveryEntity | undefined, table: DeliveryTableEntity | undefined, sent: SentRow | undefined) {
  const content = last?.fileId ? { fileId: last.fileId } : table ? { rows: rowsAsTyped(table, dataset) } : tableIn(sent);
  const reason = last?.reason ?? '';
  return { datasetId: dataset.id, nama: dataset.title, status: last ? STATUS[last.kind] : 'belum', tabel: { datasetId: dataset.id, ...content }, alasan: last?.kind === 'data' ? '' : reason, keterangan: last?.kind === 'data' ? reason : '' };
}

/** What BPS or an official said of a place in the table, beside what the verification found. */
function said(thread: Thread, datasets: readonly DatasetEntity[], language: Language) {
  const dataset = datasets.find(({ id }) => id === thread.datasetId);
  const column = dataset?.variables.find(({ name }) => name === thread.column)?.title;
  return { dataset: dataset?.title ?? '', sel: [thread.placeName, column].filter(Boolean).join(', ') || '–', aturan: 'comment', tingkat: NOTES[language].comment, pesan: threadWords(thread, thread.replies) };
}

function notesOn({ title }: DatasetEntity, last: DeliveryEntity | undefined, language: Language) {
  const words = NOTES[language];
  if (last?.withdrawal) return [{ dari: last.withdrawal.byName, dataset: title, catatan: words.withdrawn(last.withdrawal.reason) }];
  return last?.note ? [{ dari: last.status === 'returned' ? words.office : words.leader, dataset: title, catatan: last.note }] : [];
}
