import type { Language, Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import type { Check } from './checks-passed.js';

const WORDS = { passed: { id: 'lulus', en: 'passed' }, off: { id: 'tidak diperiksa', en: 'not checked' }, alone: { id: 'belum ada pembanding', en: 'nothing to compare with yet' }, unjudged: { id: 'tidak dapat dinilai', en: 'could not be judged' } } as const;
const BETWEEN = { passed: '; ', unjudged: ': ', off: '; ', alone: '; ' } as const;

/** What a check came to, in words; who let its findings pass is said where people may be named. */
export function checkResultWords({ result, findings, accepted, why }: Pick<Check, 'result' | 'findings' | 'accepted' | 'why'>, by: Text | null = null): Text {
  if (result !== 'found') return { id: beside(result, 'id', why), en: beside(result, 'en', why) };
  const said = accepted && { id: `, diterima${by ? ` oleh ${by.id}` : ''}: ${accepted.reason}`, en: `, accepted${by ? ` by ${by.en}` : ''}: ${accepted.reason}` };
  return { id: `${formatDecimal(String(findings), 'id')} temuan${said?.id ?? ''}`, en: `findings: ${formatDecimal(String(findings), 'en')}${said?.en ?? ''}` };
}

const beside = (result: keyof typeof WORDS, language: Language, why: Text | null): string => `${WORDS[result][language]}${why ? `${BETWEEN[result]}${why[language]}` : ''}`;
