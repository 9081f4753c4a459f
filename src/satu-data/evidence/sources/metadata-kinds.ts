import type { Transactions } from 'tertib';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { completeness } from '../../metadata/completeness.js';
import { MetadataEntity, type MetadataKind } from '../../metadata/metadata.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';
import type { EvidenceSource } from './source.js';
import { tableSource } from './table-source.js';

const said = (holds: string) => ({
  holds,
  records: async (rows: readonly MetadataEntity[]) => rows.map(({ id, recordId, kind, officeId, version, content, userName, at }): EvidenceRecord => {
    const { percent, missing } = completeness(kind, content);
    const name = content[kind === 'activity' ? 'judul' : 'nama'];
    return {
      id, title: `${typeof name === 'string' && name ? name : '–'} (${percent}%)`, at, officeId, link: `/satu-data/metadata/${recordId}`, file: null,
      content: { metadata: recordId, jenis: kind, versi: version, kelengkapanPersen: percent, belumDiisi: missing.map(({ id: text }) => text), isi: content, oleh: userName, waktu: at },
    };
  }),
});

/** Of whatever kind, to be counted at once. */
const ANY = 'metadata';

/** What the offices that were asked said of their data, each in the newest version of that time. */
const all = tableSource({
  entity: MetadataEntity,
  within: (query) => {
    const newest = query.subQuery().select('MAX(m.version)').from(MetadataEntity, 'm').where('m.recordId = x.recordId').andWhere('m.at <= :until').getQuery();
    const asked = query.subQuery().select('d.officeId').from(DatasetEntity, 'd').where('d.periodId IN (:...periods)').getQuery();
    return query.where(`x.version = ${newest}`).andWhere(`x.officeId IN ${asked}`);
  },
  kinds: { 'metadata-activity': said(`x.kind = 'activity'`), 'metadata-variable': said(`x.kind = 'variable'`), 'metadata-indicator': said(`x.kind = 'indicator'`), [ANY]: said('1 = 1') },
});

type Kind = 'metadata-activity' | 'metadata-variable' | 'metadata-indicator';
const KINDS: readonly Kind[] = ['metadata-activity', 'metadata-variable', 'metadata-indicator'];
const BATCH = 500;
const saidIn = ({ content }: EvidenceRecord, name: string): unknown => (typeof content === 'object' ? content[name] : undefined);
const isComplete = (record: EvidenceRecord): boolean => saidIn(record, 'kelengkapanPersen') === 100;

/**
 * Evidence is what is complete; the rest is counted apart. By the sheet as it is now, which only the code knows: the rows are looked through, once for each question.
 */
export const metadataKinds = (database: Transactions): EvidenceSource<Kind> => {
  const source = all(database);
  const tallies = new WeakMap<EvidenceScope, Promise<Tally>>();
  const tally = (scope: EvidenceScope) => {
    const known = tallies.get(scope) ?? tallied(source, scope);
    tallies.set(scope, known);
    return known;
  };
  return {
    kinds: KINDS,
    counts: async (scope) => (await tally(scope)).complete,
    unfinished: async (scope) => (await tally(scope)).unfinished,
    page: async (kind, scope, after, limit) => {
      const found: EvidenceRecord[] = [];
      for await (const records of pages(source, kind, scope, after)) {
        found.push(...records.filter(isComplete));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
  };
};

type Tally = Readonly<Record<'complete' | 'unfinished', Readonly<Record<Kind, number>>>>;

async function tallied(source: EvidenceSource<Kind | typeof ANY>, scope: EvidenceScope): Promise<Tally> {
  const none = (): Record<Kind, number> => ({ 'metadata-activity': 0, 'metadata-variable': 0, 'metadata-indicator': 0 });
  const tally = { complete: none(), unfinished: none() };
  for await (const records of pages(source, ANY, scope, null)) {
    for (const record of records) tally[isComplete(record) ? 'complete' : 'unfinished'][`metadata-${saidIn(record, 'jenis') as MetadataKind}`] += 1;
  }
  return tally;
}

async function* pages(source: EvidenceSource<Kind | typeof ANY>, kind: Kind | typeof ANY, scope: EvidenceScope, from: string | null): AsyncGenerator<EvidenceRecord[]> {
  for (let after = from; ; ) {
    const records = await source.page(kind, scope, after, BATCH);
    if (records.length > 0) yield records;
    if (records.length < BATCH) return;
    after = records.at(-1)?.id ?? null;
  }
}
