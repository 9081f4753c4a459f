import type { Language } from 'tertib';
import { grouped } from '../../shared/grouped.js';
import type { CompareRule, Level } from '../../datasets/dataset.types.js';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import { isAdjustable, type RuleSettings } from '../../datasets/rule-settings.js';
import { formatDecimal } from '../../portal/number-format.js';
import { checksOf } from '../checks-passed.js';
import type { FindingEntity } from '../finding.entity.js';

/** Of a rule with more findings, the first; all of them are in the workbook. */
const NAMED = 25;
const LEVELS = ['ERROR', 'WARNING', 'INFO'] as const;
const WORDS = {
  id: { level: { ERROR: 'Kesalahan', WARNING: 'Peringatan', INFO: 'Informasi', OFF: 'Tidak diperiksa' }, exact: 'tanpa toleransi', within: (by: string) => `toleransi ${by}`, score: (by: string) => `skor ${by}`, table: 'seluruh tabel', own: 'Aturan kantor sendiri' },
  en: { level: { ERROR: 'Error', WARNING: 'Warning', INFO: 'Information', OFF: 'Not looked for' }, exact: 'no tolerance', within: (by: string) => `give or take ${by}`, score: (by: string) => `score ${by}`, table: 'the whole table', own: 'The office’s own rules' },
} as const;

type Told = Pick<FindingEntity, 'rule' | 'severity' | 'column' | 'cell' | 'messageId' | 'messageEn' | 'acceptedReason'>;

export interface Reported {
  readonly dataset: Pick<DatasetEntity, 'variables' | 'rules'>;
  readonly findings: readonly Told[];
  /** How many findings each rule had in the delivery before; null where there is none. */
  readonly before: ReadonlyMap<string, number> | null;
  /** As they were then: a rule that there was not yet has none. */
  readonly settings: Partial<RuleSettings>;
}

/** What the report says of rules and findings, in the words of one language. */
export function reportValues({ dataset, findings, before, settings }: Reported, language: Language) {
  const words = WORDS[language];
  const count = (value: number) => formatDecimal(String(value), language);
  const byRule = grouped(findings, ({ rule }) => rule);
  const rules = checksOf(dataset, [...byRule].map(([rule, found]) => ({ rule, findings: found.length, accepted: null })));
  const columns = new Map(dataset.variables.map(({ name, title }) => [name, title]));
  const levelOf = (rule: string): Level => (isAdjustable(rule) ? (settings[rule]?.level ?? 'OFF') : 'ERROR');
  const title = new Map(rules.map((one) => [one.rule as string, one.title[language]]));
  const named = (found: readonly Told[]) => found.slice(0, NAMED).map(({ cell, column, severity, messageId, messageEn }) => ({ sel: cell ?? '–', kolom: columns.get(column ?? '') ?? words.table, tingkat: words.level[severity], pesan: language === 'id' ? messageId : messageEn }));
  return {
    jumlah: LEVELS.map((level) => ({ tingkat: words.level[level], jumlah: count(findings.filter(({ severity }) => severity === level).length) })),
    aturan: rules.flatMap(({ rule, title: name, findings: found }) => [
      { nama: name[language], tingkat: rule === 'compare' ? '' : words.level[levelOf(rule)], toleransi: toleranceOf(rule, settings, language), temuan: count(found), sebelumnya: before ? count(before.get(rule) ?? 0) : '' },
      ...(rule === 'compare' ? dataset.rules.filter((one) => one.kind === 'compare').map((one) => ({ nama: `– ${written(one, columns, language)}`, tingkat: words.level[one.severity], toleransi: within(one.tolerance, language), temuan: '', sebelumnya: '' })) : []),
    ]),
    temuan: [...byRule].map(([rule, found]) => ({ aturan: title.get(rule) ?? rule, jumlah: count(found.length), baris: named(found), lain: found.length > NAMED ? count(found.length - NAMED) : '' })),
    diterima: [...grouped(findings.filter(({ acceptedReason }) => acceptedReason), ({ rule }) => rule)].map(([rule, found]) => ({ aturan: title.get(rule) ?? rule, jumlah: count(found.length), alasan: found[0]?.acceptedReason ?? '' })),
  };
}

function toleranceOf(rule: string, settings: Partial<RuleSettings>, language: Language): string {
  const setting = isAdjustable(rule) ? settings[rule] : undefined;
  if (!setting || setting.level === 'OFF') return '';
  return setting.tolerance || EXACT.has(rule) ? within(setting.tolerance, language) : '';
}

/** Rules that say so where they let nothing pass. */
const EXACT: ReadonlySet<string> = new Set(['sum', 'whole', 'range']);

function within(tolerance: RuleSettings['sum']['tolerance'] | undefined, language: Language): string {
  const words = WORDS[language];
  if (!tolerance) return words.exact;
  const by = formatDecimal(tolerance.by, language);
  return tolerance.in === 'score' ? words.score(by) : words.within(tolerance.in === 'percent' ? `${by} %` : by);
}

function written({ left, comparison, right }: CompareRule, columns: ReadonlyMap<string, string>, language: Language): string {
  const side = (names: readonly string[]) => names.map((name) => columns.get(name) ?? name).join(' + ');
  return `${side(left)} ${comparison} ${'number' in right ? formatDecimal(right.number, language) : side(right)}`;
}
