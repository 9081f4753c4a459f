import type { Language } from 'tertib';
import { grouped } from '../../shared/grouped.js';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import { formatDecimal } from '../../portal/number-format.js';
import { cellWords } from '../../tables/cell-name.js';
import { checkKey, type Check } from '../checks-passed.js';
import { timesIn } from '../finding.js';
import type { FindingEntity } from '../finding.entity.js';

/** Of a rule with more findings, the first; all of them are in the workbook. */
const NAMED = 25;
const LEVELS = ['ERROR', 'WARNING', 'INFO'] as const;
const WORDS = {
  id: { level: { ERROR: 'Kesalahan', WARNING: 'Peringatan', INFO: 'Informasi', OFF: 'Tidak diperiksa' }, alone: 'Belum ada pembanding', unjudged: 'Tidak dapat dinilai', exact: 'tanpa toleransi', within: (by: string) => `toleransi ${by}`, score: (by: string) => `skor ${by}`, table: 'seluruh tabel' },
  en: { level: { ERROR: 'Error', WARNING: 'Warning', INFO: 'Information', OFF: 'Not looked for' }, alone: 'Nothing to compare with yet', unjudged: 'Could not be judged', exact: 'no tolerance', within: (by: string) => `give or take ${by}`, score: (by: string) => `score ${by}`, table: 'the whole table' },
} as const;
/** What was not looked for, or had nothing to be held against, has no number of findings, not even none. */
const NOT_COUNTED = '–';
const isCounted = ({ result }: Check): boolean => result === 'passed' || result === 'found';
/** Rules that are told as exact where they have no tolerance. */
const EXACT: ReadonlySet<string> = new Set(['sum', 'whole', 'range', 'compare']);

type Told = Pick<FindingEntity, 'rule' | 'ownRule' | 'severity' | 'row' | 'column' | 'cell' | 'messageId' | 'messageEn' | 'times' | 'acceptedReason'>;

export interface Reported {
  readonly dataset: Pick<DatasetEntity, 'variables'>;
  /** What each rule came to. */
  readonly checks: readonly Check[];
  readonly findings: readonly Told[];
  /** What each rule came to in the delivery before; null where there is none. */
  readonly before: readonly Check[] | null;
}

/** What the report says of rules and findings, in the words of one language. */
export function reportValues({ dataset, checks, findings, before }: Reported, language: Language) {
  const words = WORDS[language];
  const count = (value: number) => formatDecimal(String(value), language);
  const told = (check: Check | undefined): string => (check && isCounted(check) ? count(check.findings) : NOT_COUNTED);
  const past = new Map(before?.map((check) => [check.key, check]));
  const byCheck = grouped(findings, checkKey);
  const columns = new Map(dataset.variables.map(({ name, title }) => [name, title]));
  const title = new Map(checks.map((one) => [one.key, one.title[language]]));
  const named = (found: readonly Told[]) => found.slice(0, NAMED).map(({ cell, row, column, severity, messageId, messageEn }) => ({ sel: row === null ? '–' : cellWords(cell, row)[language], kolom: columns.get(column ?? '') ?? words.table, tingkat: words.level[severity], pesan: language === 'id' ? messageId : messageEn }));
  return {
    jumlah: LEVELS.map((level) => ({ tingkat: words.level[level], jumlah: count(timesIn(findings.filter(({ severity }) => severity === level))) })),
    aturan: checks.map((check) => ({
      nama: check.title[language], tingkat: weightOf(check, language), toleransi: toleranceOf(check, language), temuan: told(check),
      sebelumnya: before ? told(past.get(check.key)) : '',
    })),
    temuan: [...byCheck].map(([key, found]) => ({ aturan: title.get(key) ?? key, jumlah: count(timesIn(found)), baris: named(found), lain: found.length > NAMED ? count(timesIn(found.slice(NAMED))) : '' })),
    diterima: [...grouped(findings.filter(({ acceptedReason }) => acceptedReason), checkKey)].map(([key, found]) => ({ aturan: title.get(key) ?? key, jumlah: count(timesIn(found)), alasan: found[0]?.acceptedReason ?? '' })),
  };
}

/** How much a rule weighs; beside it, what of it could not be judged. */
function weightOf({ result, level, why }: Check, language: Language): string {
  const words = WORDS[language];
  const weight = result === 'alone' || result === 'unjudged' ? words[result] : words.level[level];
  return why ? `${weight}${result === 'unjudged' ? ': ' : '; '}${why[language]}` : weight;
}

function toleranceOf(check: Check, language: Language): string {
  const { rule, tolerance } = check;
  if (!isCounted(check)) return '';
  return tolerance || EXACT.has(rule) ? within(tolerance, language) : '';
}

function within(tolerance: Check['tolerance'], language: Language): string {
  const words = WORDS[language];
  if (!tolerance) return words.exact;
  const by = formatDecimal(tolerance.by, language);
  return tolerance.in === 'score' ? words.score(by) : words.within(tolerance.in === 'percent' ? `${by} %` : by);
}
