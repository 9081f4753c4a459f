import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { sum } from '../analysis/decimal.js';
import { changeSentences, changeSummary } from '../changes/change-words.js';
import { LastYear } from '../changes/last-year.service.js';
import { isAdditive } from '../datasets/additivity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DELIVERY_KINDS } from '../deliveries/delivery-kinds.js';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf } from '../deliveries/delivery-people.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import type { RequestEntity } from '../requests/request.entity.js';
import type { TableRow } from '../tables/index.js';
import { codeOf, fingerprintOf } from './fingerprint.js';

/** What the template `lembar-validasi` may name. */
@Injectable()
export class SheetData {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly deliveries: DeliveriesService,
    private readonly lastYear: LastYear,
  ) {}

  async of(request: RequestEntity, drafts: readonly DeliveryEntity[]) {
    const [period, office, datasets] = await Promise.all([
      this.database.read.findOneByOrFail(PeriodEntity, { id: request.periodId }), this.offices.byId(request.officeId),
      this.database.read.find(DatasetEntity, { where: { id: In(drafts.map(({ datasetId }) => datasetId)) }, order: { position: 'ASC' } }),
    ]);
    const sidik = fingerprintOf(drafts);
    const deliveryOf = new Map(drafts.map((draft) => [draft.datasetId, draft]));
    const dataset: Awaited<ReturnType<SheetData['row']>>[] = [];
    // One table in memory at a time: fifty may be long.
    for (const one of datasets) {
      const delivery = deliveryOf.get(one.id);
      if (delivery) dataset.push(await this.row(one, delivery));
    }
    return {
      produsen: office?.name ?? request.officeCode, periode: { judul: period.title }, batasWaktu: request.deadline.toISOString(),
      pengirim: [...new Set(drafts.map((draft) => senderOf(draft)))].join(', '), kode: codeOf(sidik), hash: sidik, dataset,
    };
  }

  private async row(dataset: DatasetEntity, { id, kind, reason, hash }: DeliveryEntity) {
    const table = await this.deliveries.table(id);
    const changes = table && (await this.lastYear.changes(dataset, table));
    return {
      nama: dataset.title, status: DELIVERY_KINDS[kind].id, alasan: reason, baris: table?.rowCount ?? null, jumlah: table ? totals(dataset, table.rows) : [],
      perubahan: table ? [changeSummary(changes).id, ...(changes ? changeSentences(changes).map((sentence) => sentence.id) : [])] : [], hash,
    };
  }
}

/** What a leader adds up in his head: the sum of each column that adds up. */
const totals = ({ variables }: DatasetEntity, rows: readonly TableRow[]) =>
  variables.flatMap((column) => {
    const { name, title, key, unit } = column;
    const total = !key && isAdditive(column) ? sum(rows.map((row) => row[name] ?? undefined)) : null;
    return total === null ? [] : [{ nama: title, nilai: `${formatDecimal(total, 'id')}${unit ? ` ${unit}` : ''}` }];
  });
