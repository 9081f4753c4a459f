import type { EntityManager } from 'typeorm';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { DeliveryEntity } from '../../deliveries/delivery.entity.js';
import { grouped } from '../../shared/grouped.js';
import { cellWords } from '../../tables/cell-name.js';
import { FindingEntity } from '../../verification/finding.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { analysisOf, datasetsOf, ofDatasets, tableSource } from './table-source.js';

/** What the leader vouched for: the file as it came; what was typed, as what is known of it. */
const delivery = {
  holds: "x.validatedAt IS NOT NULL AND x.inTime = :yes",
  records: async (rows: readonly DeliveryEntity[], read: EntityManager) => {
    const dataset = await datasetsOf(read, rows.map(({ datasetId }) => datasetId));
    return rows.map((row): EvidenceRecord => ({
      id: row.id, title: dataset(row.datasetId).title, at: row.validatedAt, officeId: row.officeId, link: analysisOf(row.datasetId),
      file: row.fileId && row.hash ? { id: row.fileId, name: row.fileName ?? 'data', sha256: row.hash } : null,
      content: { penyampaian: row.id, dataset: dataset(row.datasetId).title, jenis: row.kind, alasan: row.reason, disampaikan: row.submittedAt, oleh: row.submittedByName, divalidasi: row.validatedAt, olehPimpinan: row.validatedByName, tandaTerima: row.receiptNumber, hash: row.hash },
    }));
  },
};

/** How many findings a delivery had, by rule and severity. */
const verification = {
  holds: "x.kind = 'data' AND x.status IN ('accepted', 'returned')",
  records: async (rows: readonly DeliveryEntity[], read: EntityManager) => {
    const dataset = await datasetsOf(read, rows.map(({ datasetId }) => datasetId));
    const counts = rows.length === 0 ? [] : await read.createQueryBuilder(FindingEntity, 'f').select('f.deliveryId', 'delivery').addSelect('f.rule', 'rule').addSelect('f.severity', 'severity').addSelect('SUM(f.times)', 'count')
      .where('f.deliveryId IN (:...ids)', { ids: rows.map(({ id }) => id) }).groupBy('f.deliveryId').addGroupBy('f.rule').addGroupBy('f.severity').orderBy('f.rule').addOrderBy('f.severity').getRawMany<Record<'delivery' | 'rule' | 'severity', string> & { count: string | number }>();
    const of = grouped(counts, (one) => one.delivery);
    return rows.map((row): EvidenceRecord => ({
      id: row.id, title: dataset(row.datasetId).title, at: row.validatedAt, officeId: row.officeId, link: analysisOf(row.datasetId), file: null,
      content: { penyampaian: row.id, dataset: dataset(row.datasetId).title, putaran: row.round, hasil: row.status === 'accepted' ? 'diterima' : 'dikembalikan', berkas: row.fileName, hashData: row.hash, temuan: (of.get(row.id) ?? []).map(({ rule, severity, count }) => ({ aturan: rule, tingkat: severity, jumlah: Number(count) })) },
    }));
  },
};

/** A warning that somebody let pass, and why. */
const acceptedWarning = {
  records: async (rows: readonly FindingEntity[], read: EntityManager) => {
    const deliveries = rows.length === 0 ? [] : await read.createQueryBuilder(DeliveryEntity, 'v').where('v.id IN (:...ids)', { ids: rows.map(({ deliveryId }) => deliveryId) }).getMany();
    const of = new Map(deliveries.map((one) => [one.id, one]));
    const dataset = await datasetsOf(read, deliveries.map(({ datasetId }) => datasetId));
    return rows.map((row): EvidenceRecord => {
      const { datasetId = '', officeId = null } = of.get(row.deliveryId) ?? {};
      return { id: row.id, title: dataset(datasetId).title, at: row.acceptedAt, officeId, link: analysisOf(datasetId), file: null, content: { temuan: row.id, dataset: dataset(datasetId).title, aturan: row.rule, kalimat: row.messageId, sel: row.row === null ? row.cell : cellWords(row.cell, row.row).id, alasan: row.acceptedReason, diterima: row.acceptedAt } };
    });
  },
};

export const deliveryKinds = tableSource({ entity: DeliveryEntity, within: (query) => ofDatasets(query).setParameter('yes', true), kinds: { delivery, verification } });
export const findingKinds = tableSource({
  entity: FindingEntity,
  within: (query) => query.innerJoin(DeliveryEntity, 'v', 'v.id = x.deliveryId').innerJoin(DatasetEntity, 'd', 'd.id = v.datasetId').where('d.periodId IN (:...periods) AND x.acceptedReason IS NOT NULL'),
  kinds: { 'accepted-warning': acceptedWarning },
});
