import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import type { ColumnTotals } from '../analysis/column-totals.js';
import { changeSentences, changeSummary } from '../changes/change-words.js';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DELIVERY_KINDS } from '../deliveries/delivery-kinds.js';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf } from '../deliveries/delivery-people.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { capital } from '../shared/capital.js';
import { findingsIn } from '../verification/found-words.js';
import { VerificationService } from '../verification/verification.service.js';
import { codeOf, fingerprintOf } from './fingerprint.js';

/** What the template `lembar-validasi` may name. */
@Injectable()
export class SheetData {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly deliveries: DeliveriesService,
    private readonly lastYear: LastYear,
    private readonly desk: AnalysisDesk,
    private readonly verification: VerificationService,
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
    // Nobody has accepted it yet, so the data set does not name it.
    const asked = table && (await this.desk.ofTable({ ...dataset, deliveryId: id }));
    const refused = new Set(table?.layout.unreadable.map(({ column }) => column));
    return {
      nama: dataset.title, status: DELIVERY_KINDS[kind].id, alasan: reason, baris: table?.rowCount ?? null, jumlah: asked ? told(dataset, await asked.ask('totals', null), refused) : [],
      temuan: table && capital(findingsIn(await this.verification.glance(dataset, table), 'id')),
      perubahan: table ? [changeSummary(changes).id, ...(changes ? changeSentences(changes).map((sentence) => sentence.id) : [])] : [], hash,
    };
  }
}

/** What a leader adds up in his head: the sum of each column that adds up, of the newest period where the table has several. */
const told = ({ variables }: DatasetEntity, { period, columns }: ColumnTotals, refused: ReadonlySet<string>) =>
  variables.flatMap(({ name, title, unit }) => {
    const total = columns.find((one) => one.name === name);
    const nilai = total && [formatDecimal(total.value, 'id'), ...(unit ? [unit] : []), ...(total.incomplete ? [refused.has(name) ? '(belum lengkap: nilai yang tidak terbaca atau kosong tidak dijumlahkan)' : '(belum lengkap: ada nilai atau baris yang kosong)'] : [])].join(' ');
    return nilai ? [{ nama: period ? `${title} (${period.title} ${period.value})` : title, nilai }] : [];
  });
