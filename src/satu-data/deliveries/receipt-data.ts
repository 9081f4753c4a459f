import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryEntity } from './delivery.entity.js';
import { senderOf, validatorOf } from './delivery-people.js';

const WITHDRAWN = 'Ditarik kembali';
const STATUS = { data: 'Diterima', not_available: 'Tidak tersedia', not_ours: 'Bukan kewenangan' } as const;

/** What the template `tanda-terima` may name. */
@Injectable()
export class ReceiptData {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly deliveries: DeliveriesService,
  ) {}

  async of(request: RequestEntity, ids: readonly string[], nomor: string) {
    const deliveries = await this.database.read.find(DeliveryEntity, { where: { id: In([...ids]) }, order: { submittedAt: 'ASC', id: 'ASC' } });
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: request.periodId });
    const office = await this.offices.byId(request.officeId);
    const rows = await this.deliveries.rowCounts(ids);
    const titles = new Map((await this.database.read.find(DatasetEntity, { select: { id: true, title: true }, where: { id: In(deliveries.map(({ datasetId }) => datasetId)) } })).map(({ id, title }) => [id, title]));
    const dataset = deliveries.map((one) => ({ nama: titles.get(one.datasetId) ?? '', status: one.withdrawal ? WITHDRAWN : STATUS[one.kind], alasan: one.kind === 'data' ? null : one.reason, baris: rows.get(one.id) ?? null, hash: one.hash }));
    const [first] = deliveries;
    const penarikan = deliveries.flatMap(({ withdrawal }, index) => (withdrawal ? [{ nama: dataset[index]?.nama, oleh: withdrawal.byName, waktu: withdrawal.at, alasan: withdrawal.reason }] : []));
    return {
      nomor, produsen: office?.name ?? request.officeCode, periode: { judul: period.title }, waktu: first?.validatedAt?.toISOString(), batasWaktu: request.deadline.toISOString(),
      pengirim: first && senderOf(first), pimpinan: first && validatorOf(first), dataset, penarikan, hash: createHash('sha256').update(JSON.stringify(dataset)).digest('hex'),
    };
  }
}
