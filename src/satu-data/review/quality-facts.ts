import type { Text } from 'tertib';
import { CLASS_NAMES } from '../datasets/access-class.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isListed } from '../datasets/ddp-code.js';
import { FORMATS } from '../publication/downloads.js';
import { DEFAULT_LICENCE } from '../publication/licences.js';
import { publicAs, type PublicAs } from '../publication/public-class.js';
import { acceptedReasons, reasonWords } from '../verification/accepted-reasons.js';
import { checkResultWords } from '../verification/check-words.js';
import type { Check } from '../verification/checks-passed.js';
import type { Severity } from '../verification/finding.entity.js';
import { counted, fact, joined, NOTHING, type Fact } from './fact.js';

export interface FoundRule {
  readonly severity: Severity;
  readonly findings: number;
}

export const relevanceFacts = ({ ddpCode, referenceSource, indicatorName, indicatorCode }: DatasetEntity): Fact[] => [
  fact({ id: 'Data prioritas (ID DDP)', en: 'Priority data (ID DDP)' }, isListed(ddpCode) ? ddpCode : { id: 'tidak termasuk', en: 'not on the list' }),
  fact({ id: 'Sumber rujukan', en: 'Reference source' }, referenceSource || NOTHING),
  fact({ id: 'Indikator', en: 'Indicator' }, [indicatorCode, indicatorName].filter(Boolean).join(' ') || NOTHING),
];

const LEVELS: readonly (readonly [Severity, string, string])[] = [['ERROR', 'kesalahan', 'errors'], ['WARNING', 'peringatan', 'warnings'], ['INFO', 'informasi', 'for information']];

/** Why warnings were let pass, and by whom; of which rule, where not all of them were for the same reason. */
const whyAccepted = (checks: readonly Check[], by: string | null): Text[] => acceptedReasons(checks).map((one) => joined([reasonWords(one), ...(by ? [{ id: `(${by})`, en: `(${by})` }] : [])], ' '));

export function accuracyFacts(found: readonly FoundRule[], checks: readonly Check[], acceptedBy: string | null, { missing, absent }: { readonly missing: number; readonly absent: number }): Fact[] {
  const reasons = whyAccepted(checks, acceptedBy);
  const by = (level: Severity) => found.filter(({ severity }) => severity === level).reduce((sum, { findings }) => sum + findings, 0);
  return [
    fact({ id: 'Temuan verifikasi', en: 'Findings of the verification' }, joined(LEVELS.map(([level, id, en]) => counted(by(level), id, en)))),
    ...(reasons.length > 0 ? [fact({ id: 'Alasan menerima peringatan', en: 'Why warnings were accepted' }, joined(reasons, '; '))] : []),
    fact({ id: 'Nilai kosong', en: 'Empty values' }, counted(missing, 'nilai', 'values')),
    fact({ id: 'Baris yang diharapkan tetapi tidak ada', en: 'Expected rows that are not there' }, counted(absent, 'baris', 'rows')),
  ];
}

const SERVED = FORMATS.join(', ');
const OFFERED: Readonly<Record<PublicAs, Text | string>> = {
  whole: SERVED, protected: { id: `${SERVED}, dengan sel kecil disamarkan`, en: `${SERVED}, with small cells hidden` }, closed: { id: 'tidak ada', en: 'none' }, unprotected: { id: 'tidak ada', en: 'none' },
};

/** What publication will offer, by the rule that it asks itself. */
export function accessibilityFacts(dataset: Pick<DatasetEntity, 'riskClass' | 'licence' | 'variables' | 'metadataCode'>): Fact[] {
  const { riskClass, licence, variables, metadataCode } = dataset;
  const as = publicAs(dataset);
  const defined = variables.filter(({ definition }) => definition?.trim()).length;
  return [
    fact({ id: 'Kelas akses', en: 'Access class' }, CLASS_NAMES[riskClass]),
    fact({ id: 'Lisensi yang direncanakan', en: 'Planned licence' }, as === 'whole' || as === 'protected' ? (licence ?? DEFAULT_LICENCE) : { id: 'tidak dipublikasikan terbuka', en: 'not published openly' }),
    fact({ id: 'Bentuk berkas yang direncanakan', en: 'Planned formats' }, OFFERED[as]),
    fact({ id: 'Kolom yang berdefinisi', en: 'Columns with a definition' }, { id: `${defined} dari ${variables.length}`, en: `${defined} of ${variables.length}` }),
    fact({ id: 'Kode metadata', en: 'Metadata code' }, metadataCode || NOTHING),
  ];
}

const CONSISTENCY = new Set(['sum', 'whole', 'compare', 'key', 'contributors', 'outlier', 'change']);

/** The checks that hold values against each other. One that the data set does not ask for is not told; one that was not looked for is no passed one. */
export const consistencyFacts = (checks: readonly Check[]): Fact[] =>
  checks.filter(({ rule }) => CONSISTENCY.has(rule)).map((check) => fact(check.title, checkResultWords({ ...check, accepted: null })));
