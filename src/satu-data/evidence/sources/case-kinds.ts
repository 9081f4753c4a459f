import { createHash } from 'node:crypto';
import type { AuditLog, Cases } from 'tertib';
import type { PeriodEntity } from '../../periods/period.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';
import { phasesOf } from '../gsbpm-phases.js';
import { listSource, type EvidenceSource } from './source.js';
import { caseOf } from './table-source.js';

/** Step 5 and 6: what was decided on the list. */
const REVIEWS = ['koreksi', 'pemeriksaan-permintaan'];

const each = async (scope: EvidenceScope, records: (period: PeriodEntity) => Promise<EvidenceRecord[]>): Promise<EvidenceRecord[]> => (await Promise.all(scope.periods.map(records))).flat();
const one = <K extends string>(kind: K, records: (period: PeriodEntity) => Promise<EvidenceRecord[]>): EvidenceSource<K> => listSource(kind, (scope) => each(scope, records), async ({ periods }) => periods.length);

/** What the platform keeps of a case, some of each period. */
export function caseSources(cases: Cases, audit: AuditLog): readonly EvidenceSource<'list-review' | 'procedure' | 'audit-trail' | 'business-process'>[] {
  const reviews = (scope: EvidenceScope): Promise<EvidenceRecord[]> => each(scope, async (period) =>
    (await cases.submissions(period.id, REVIEWS)).map(({ id, step, userName, at, data, hash, formKey }) => ({
      id, title: `${period.title}: ${step ? `langkah ${step}` : formKey} (${userName})`, at, officeId: null, link: caseOf(period.id), file: null, content: { formulir: formKey, langkah: step, oleh: userName, waktu: at, isi: data, hash },
    })));
  const processes = async (scope: EvidenceScope): Promise<EvidenceRecord[]> => {
    const times = await scope.times();
    return scope.periods.flatMap(({ id, title, openedAt }, index) => {
      const phases = phasesOf(times[index] ?? []).filter(({ code }) => code !== null);
      return phases.length === 0 ? [] : [{ id, title, at: openedAt, officeId: null, link: caseOf(id), file: null, content: { periode: title, fase: phases } }];
    });
  };
  return [
    listSource('list-review', reviews, ({ periodIds }) => cases.countSubmissions(periodIds, REVIEWS)),
    one('procedure', async ({ id, title, openedAt }) => {
      const resources = await cases.resources(id);
      return [{ id, title, at: openedAt, officeId: null, link: caseOf(id), file: null, content: { periode: title, berkas: resources.map(({ path, content }) => ({ berkas: path, sha256: createHash('sha256').update(content).digest('hex') })) } }];
    }),
    // Of a large period it is all that thousands of people did: written when somebody takes it.
    one('audit-trail', async ({ id, title, openedAt }) => [{ id, title, at: openedAt, officeId: null, link: caseOf(id), file: null, content: async () => ({ periode: title, jejak: await audit.ofCase(id) }) }]),
    listSource('business-process', processes, async (scope) => (await processes(scope)).length),
  ];
}
