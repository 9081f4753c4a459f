import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { completeness } from '../../metadata/completeness.js';
import { MetadataEntity, type MetadataKind } from '../../metadata/metadata.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { tableSource } from './table-source.js';

const said = (kind: MetadataKind) => ({
  holds: `x.kind = '${kind}'`,
  records: async (rows: readonly MetadataEntity[]) => rows.map(({ id, recordId, officeId, version, content, userName, at }): EvidenceRecord => {
    const { percent, missing } = completeness(kind, content);
    const name = content[kind === 'activity' ? 'judul' : 'nama'];
    return {
      id, title: `${typeof name === 'string' && name ? name : '–'} (${percent}%)`, at, officeId, link: null, file: null,
      content: { metadata: recordId, jenis: kind, versi: version, kelengkapanPersen: percent, belumDiisi: missing.map(({ id: text }) => text), isi: content, oleh: userName, waktu: at },
    };
  }),
});

/** What the offices that were asked said of their data, each in the newest version of that time. */
export const metadataKinds = tableSource({
  entity: MetadataEntity,
  within: (query) => {
    const newest = query.subQuery().select('MAX(m.version)').from(MetadataEntity, 'm').where('m.recordId = x.recordId').andWhere('m.at <= :until').getQuery();
    const asked = query.subQuery().select('d.officeId').from(DatasetEntity, 'd').where('d.periodId IN (:...periods)').getQuery();
    return query.where(`x.version = ${newest}`).andWhere(`x.officeId IN ${asked}`);
  },
  kinds: { 'metadata-activity': said('activity'), 'metadata-variable': said('variable'), 'metadata-indicator': said('indicator') },
});
