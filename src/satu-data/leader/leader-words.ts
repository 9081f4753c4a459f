import type { Language, Text } from 'tertib';
import type { Severity } from '../verification/finding.entity.js';

const NONE: Text = { id: 'Tidak ada temuan.', en: 'No findings.' };
const LEVEL: Readonly<Record<Severity, Text>> = { ERROR: { id: 'kesalahan', en: 'error' }, WARNING: { id: 'peringatan', en: 'warning' }, INFO: { id: 'informasi', en: 'note' } };
/** Indonesian says it by the number alone. */
const many = (count: number, language: Language): string => (language === 'en' && count !== 1 ? 's' : '');

/** How many findings there are, by how much they matter. */
export function findingsIn(findings: readonly { readonly severity: Severity }[], language: Language): string {
  const counts = (['ERROR', 'WARNING', 'INFO'] as const).map((level) => ({ count: findings.filter(({ severity }) => severity === level).length, name: LEVEL[level][language] }));
  return counts.flatMap(({ count, name }) => (count > 0 ? [`${count} ${name}${many(count, language)}`] : [])).join(', ') || NONE[language];
}
