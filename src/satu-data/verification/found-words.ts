import type { Language, Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { Severity } from './finding.entity.js';
import { timesIn, type Finding } from './finding.js';

const NONE: Text = { id: 'tidak ada temuan', en: 'no findings' };
const LEVEL: Readonly<Record<Severity, Text>> = { ERROR: { id: 'kesalahan', en: 'error' }, WARNING: { id: 'peringatan', en: 'warning' }, INFO: { id: 'informasi', en: 'note' } };
/** Indonesian says it by the number alone. */
const many = (count: number, language: Language): string => (language === 'en' && count !== 1 ? 's' : '');

/** How many findings there are, by how much they matter; amid a sentence, or after `capital` alone. */
export function findingsIn(findings: readonly Pick<Finding, 'severity' | 'times'>[], language: Language): string {
  const counts = (['ERROR', 'WARNING', 'INFO'] as const).map((level) => ({ count: timesIn(findings.filter(({ severity }) => severity === level)), name: LEVEL[level][language] }));
  return counts.flatMap(({ count, name }) => (count > 0 ? [`${formatDecimal(String(count), language)} ${name}${many(count, language)}`] : [])).join(', ') || NONE[language];
}
