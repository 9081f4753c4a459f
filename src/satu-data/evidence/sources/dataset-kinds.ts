import { hasCodes, schemeOf } from '../../code-lists/column-codes.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { listOf, tableSource } from './table-source.js';

type Content = (dataset: DatasetEntity) => Readonly<Record<string, unknown>>;

/** Of a data set: whether a column of it is protected. JSON columns are text in both databases. */
export const hasProtection = (alias: string): string => `${alias}.variables LIKE '%"protection":{%'`;

/** A data set of the list for which something holds; what of it is evidence is told. */
const datasets = (holds: string, content: Content) => ({
  holds,
  records: async (rows: readonly DatasetEntity[]) => rows.map((row): EvidenceRecord => ({
    id: row.id, title: row.title, at: row.updatedAt, officeId: row.officeId, link: listOf(row.periodId), file: null,
    content: { dataset: row.id, kode: row.code, kodeDdp: row.ddpCode, nama: row.title, ...content(row) },
  })),
});

export const datasetKinds = tableSource({
  entity: DatasetEntity,
  within: (query) => query.where("x.periodId IN (:...periods) AND x.state <> 'cancelled'"),
  kinds: {
    'data-standard': datasets("x.definition <> '' AND x.unit <> '' AND x.classification IS NOT NULL AND x.classification <> ''", ({ definition, unit, classification, standardCode, referenceSource, indicatorName }) => ({ definisi: definition, satuan: unit, klasifikasi: classification, kodeStandar: standardCode, sumberReferensi: referenceSource, indikator: indicatorName })),
    'code-list': datasets(`x.variables LIKE '%"type":"region"%' OR x.variables LIKE '%"codes":["%' OR x.variables LIKE '%"list":"%'`, ({ variables }) => ({ kolom: variables.filter(hasCodes).map((one) => ({ nama: one.name, judul: one.title, jenis: one.type, daftarKode: schemeOf(one), jumlahKode: one.codes?.length ?? null })) })),
    'validation-rule': datasets(`x.rules <> '[]' OR x.variables LIKE '%"required":true%'`, ({ variables, rules }) => ({ kolom: variables, aturan: rules })),
    'update-schedule': datasets("x.schedule IS NOT NULL AND x.schedule <> ''", ({ schedule, dataPeriod, method }) => ({ jadwalPemutakhiran: schedule, periodeData: dataPeriod, caraPengumpulan: method })),
    'protected-column': datasets(hasProtection('x'), ({ riskClass, variables }) => ({ kelasRisiko: riskClass, kolom: variables.filter(({ protection }) => protection).map(({ name, title, protection }) => ({ nama: name, judul: title, perlindungan: protection })) })),
  },
});
