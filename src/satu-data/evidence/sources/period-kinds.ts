import type { EntityManager } from 'typeorm';
import { ArchiveEntity } from '../../archive/archive.entity.js';
import { ListEntity, ListMarkEntity } from '../../data-list/data-list.entities.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { ExtensionEntity } from '../../periods/extension.entity.js';
import { PeriodEntity } from '../../periods/period.entity.js';
import { FORMATS } from '../../publication/downloads.js';
import { PublicationEntity } from '../../publication/publication.entity.js';
import { RequestEntity } from '../../requests/request.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { hasProtection } from './dataset-kinds.js';
import { analysisOf, boardOf, caseOf, listOf, tableSource } from './table-source.js';

/** What was handed in, in the order of the list, without the tables' descriptions: what the list says later, such as links, is evidence of other steps. */
const listedIn = async (read: EntityManager, periodId: string): Promise<object[]> =>
  (await read.createQueryBuilder(DatasetEntity, 'd').select('d.code', 'kode').addSelect('d.ddpCode', 'kodeDdp').addSelect('d.title', 'nama').addSelect('d.officeCode', 'produsen').addSelect('d.definition', 'definisi').addSelect('d.unit', 'satuan').addSelect('d.schedule', 'jadwal')
    .where({ periodId }).orderBy('d.position', 'ASC').addOrderBy('d.id', 'ASC').getRawMany<object>());

const dataList = tableSource({
  entity: ListEntity, key: 'periodId',
  within: (query) => query.where('x.periodId IN (:...periods) AND x.handedInAt IS NOT NULL'),
  kinds: {
    'data-list': {
      records: async (rows, read) => {
        const titles = new Map((await read.find(PeriodEntity)).map(({ id, title }) => [id, title]));
        const records: EvidenceRecord[] = [];
        for (const { periodId, fromPeriodId, startedAt, handedInAt } of rows) {
          const listed = await listedIn(read, periodId);
          records.push({
            id: periodId, title: titles.get(periodId) ?? periodId, at: handedInAt, officeId: null, link: listOf(periodId), file: null,
            content: { periode: titles.get(periodId) ?? periodId, dimulai: startedAt, diserahkan: handedInAt, lanjutanDari: fromPeriodId && (titles.get(fromPeriodId) ?? fromPeriodId), jumlahDataset: listed.length, dataset: listed },
          });
        }
        return records;
      },
    },
  },
});

const listMark = tableSource({
  entity: ListMarkEntity,
  within: (query) => query.where('x.periodId IN (:...periods)'),
  kinds: {
    'list-mark': {
      records: async (rows) => rows.map(({ id, periodId, field, comment, state, source, userName, at, answer, answeredBy, answeredAt }): EvidenceRecord => ({
        id, title: comment, at, officeId: null, link: listOf(periodId), file: null, content: { catatan: comment, isian: field, dari: source, oleh: userName, waktu: at, keadaan: state, jawaban: answer, dijawabOleh: answeredBy, dijawab: answeredAt },
      })),
    },
  },
});

const extension = tableSource({
  entity: ExtensionEntity,
  within: (query) => query.innerJoin(RequestEntity, 'r', 'r.id = x.requestId').where('r.periodId IN (:...periods)'),
  kinds: {
    extension: {
      records: async (rows, read) => {
        const requests = new Map((rows.length === 0 ? [] : await read.createQueryBuilder(RequestEntity, 'r').where('r.id IN (:...ids)', { ids: rows.map(({ requestId }) => requestId) }).getMany()).map((one) => [one.id, one]));
        return rows.map(({ id, requestId, before, until, reason, at }): EvidenceRecord => {
          const request = requests.get(requestId);
          return { id, title: reason, at, officeId: request?.officeId ?? null, link: request ? boardOf(request.periodId) : null, file: null, content: { permintaan: request?.letterNumber ?? requestId, batasSemula: before, batasBaru: until, alasan: reason, waktu: at } };
        });
      },
    },
  },
});

/** What the public sees now; a period whose data sets a later one renewed keeps its releases and its archive. */
const publication = (holds: string, ofFile: boolean) => ({
  holds,
  records: async (rows: readonly PublicationEntity[]) => rows.map((row): EvidenceRecord => ({
    id: row.id, title: row.title, at: row.modifiedAt, officeId: null, link: analysisOf(row.datasetId), file: ofFile ? { id: row.fileId, name: `${row.slug}.csv`, sha256: row.sha256 } : null,
    content: { dataset: row.title, alamat: `/dataset/${row.slug}`, lisensi: row.licence, bentukBerkas: FORMATS, diterbitkan: row.publishedAt, kolom: row.columns.map(({ name }) => name), selDisamarkan: row.hidden?.length ?? null, sha256Csv: row.sha256 },
  })),
});
const publications = tableSource({
  entity: PublicationEntity,
  within: (query) => query.leftJoin(DatasetEntity, 'd', 'd.id = x.datasetId').where('x.periodId IN (:...periods)'),
  // What earlier versions published has an empty list also where no column is protected, and nothing was looked for.
  kinds: { publication: publication('1 = 1', true), disclosure: publication(`x.hidden IS NOT NULL AND ${hasProtection('d')}`, false) },
});

const archive = tableSource({
  entity: ArchiveEntity, key: 'periodId',
  within: (query) => query.where('x.periodId IN (:...periods)'),
  kinds: {
    archive: {
      records: async (rows) => rows.map(({ periodId, fileId, sha256, record, archivedAt }): EvidenceRecord => ({
        id: periodId, title: `Arsip ${archivedAt.toISOString().slice(0, 10)}`, at: archivedAt, officeId: null, link: caseOf(periodId), file: { id: fileId, name: `arsip-${periodId}.zip`, sha256 }, content: record,
      })),
    },
  },
});

export const periodKinds = [dataList, listMark, extension, publications, archive] as const;
