import type { Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { Check } from './checks-passed.js';

const WORDS = { passed: { id: 'lulus', en: 'passed' }, off: { id: 'tidak diperiksa', en: 'not checked' }, alone: { id: 'belum ada pembanding', en: 'nothing to compare with yet' } } as const;

/** What a check came to, in words; who let its findings pass is said where people may be named. */
export function checkResultWords({ result, findings, accepted }: Pick<Check, 'result' | 'findings' | 'accepted'>, by: Text | null = null): Text {
  if (result !== 'found') return WORDS[result];
  const said = accepted && { id: `, diterima${by ? ` oleh ${by.id}` : ''}: ${accepted.reason}`, en: `, accepted${by ? ` by ${by.en}` : ''}: ${accepted.reason}` };
  return { id: `${formatDecimal(String(findings), 'id')} temuan${said?.id ?? ''}`, en: `findings: ${formatDecimal(String(findings), 'en')}${said?.en ?? ''}` };
}
