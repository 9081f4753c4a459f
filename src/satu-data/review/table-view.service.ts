import { Injectable } from '@nestjs/common';
import { Asker, Offices, Problem, type Language } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { isAmount } from '../datasets/dataset.types.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { LargeHead } from '../large/large.types.js';
import { LargeWork } from '../large/large-work.js';
import { formatDecimal } from '../portal/number-format.js';
import type { TableRow } from '../tables/index.js';
import { VerificationService } from '../verification/verification.service.js';
import { isAbout, placeOfRow, shownIn } from './comment-places.js';
import { CommentSight } from './comment-sight.service.js';
import type { TableUnderReview } from './review.schemas.js';
import { commentView } from './table-comments.service.js';

const PAGE = 50;

/** A data set's table as it was delivered, a page at a time, with what was found and said in its cells. */
@Injectable()
export class TableViews {
  constructor(
    private readonly access: DatasetAccess,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly sight: CommentSight,
    private readonly offices: Offices,
    private readonly work: LargeWork,
    private readonly asker: Asker,
  ) {}

  /** @throws `no-table` (404) while no leader has validated one. */
  async page(id: string, asked: number): Promise<TableUnderReview> {
    const dataset = await this.access.dataset(id);
    const delivery = await this.deliveries.latest(id, 'validated', 'returned', 'accepted');
    const table = delivery && (await this.deliveries.table(delivery.id));
    if (!table) throw noTable();
    const [threads, findings, office] = await Promise.all([this.sight.of(id), this.verification.found(table.deliveryId), this.offices.byId(dataset.officeId)]);
    const { language } = this.asker.required();
    const pages = Math.max(1, Math.ceil(table.rowCount / PAGE));
    const page = Math.min(asked, pages);
    const first = (page - 1) * PAGE;
    const onPage = await this.rowsFrom(table, first);
    const rows = onPage.rows.map((values, index) => {
      const number = onPage.rowNumbers[index] ?? first + index + 1;
      return {
        number, values: shown(values, dataset, language), place: placeOfRow(dataset, values),
        comments: threads.flatMap((one) => { const column = shownIn(one); return column !== null && isAbout(one, values) ? [{ id: one.id, column, open: one.doneAt === null }] : []; }),
        findings: findings.flatMap(({ row, column, severity, message }) => (row === number && column !== null ? [{ column, severity, message: { ...message } }] : [])),
      };
    });
    return {
      id, caseId: dataset.periodId, title: dataset.title, office: office?.name ?? dataset.officeCode, columns: dataset.variables.map((one) => ({ name: one.name, title: one.title, unit: one.unit ?? '', number: isAmount(one) })),
      rows, page, pages, count: table.rowCount, comments: threads.map((one) => commentView(one, dataset)),
    };
  }

  /** Of a large table the first rows are at hand; the others are found in its file. */
  private async rowsFrom(table: DeliveryTableEntity, from: number): Promise<LargeHead> {
    const kept = from < table.rows.length ? null : await this.work.kept(table);
    if (kept) return this.work.keyed(kept, { keys: [], at: [[]], from, most: PAGE });
    return { rows: table.rows.slice(from, from + PAGE), rowNumbers: table.layout.rowNumbers.slice(from, from + PAGE) };
  }
}

/** Numbers as the reader writes them. */
const shown = (values: TableRow, { variables }: Pick<DatasetEntity, 'variables'>, language: Language) =>
  Object.fromEntries(variables.map((one) => { const value = values[one.name] ?? null; return [one.name, value !== null && isAmount(one) ? formatDecimal(value, language) : value]; }));

const noTable = () => new Problem('no-table', 404, { id: 'Belum ada tabel yang dapat dilihat: data ini belum divalidasi pimpinan produsennya.', en: 'There is no table to look at yet: the producer’s leader has not validated this data.' });
