import type { Language, Text } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { ownRulesIn } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { grouped } from '../shared/grouped.js';
import { cellWords } from '../tables/cell-name.js';
import { CHECK_TITLES, checkKey } from './checks-passed.js';
import { timesIn, type Finding, type RuleName } from './finding.js';
import { ownRuleSentence } from './own-rule-words.js';

type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** What one rule warns of in a delivery; accepted with a reason, whatever the number of its cells. */
export interface Warning {
  /** As {@link checkKey}. */
  readonly key: string;
  readonly rule: RuleName;
  /** Which of the office's own rules; null for the others, and where the findings do not say. */
  readonly ownRule: number | null;
  readonly title: Text;
  /** What was found, in a sentence with the number of its cells. */
  readonly said: Text;
}

const WORDS = {
  id: { cell: 'sel ', cells: (count: string, where: string) => `${count} sel ditandai. Yang pertama, ${where}: `, many: (count: string) => `${count} temuan. Yang pertama: ` },
  en: { cell: 'cell ', cells: (count: string, where: string) => `${count} cells are marked. The first, ${where}: `, many: (count: string) => `${count} findings. The first: ` },
} as const;
const ORDER = Object.keys(CHECK_TITLES);

/** The warnings among what was found, in the order of the report. */
export function warningsOf(dataset: Described, findings: readonly Finding[]): Warning[] {
  const warnings = [...grouped(findings.filter(({ severity }) => severity === 'WARNING'), checkKey)].flatMap(([key, found]) => found.slice(0, 1).map(({ rule, ownRule }): Warning => {
    const which = rule === 'compare' ? (ownRule ?? null) : null;
    const own = which === null ? undefined : ownRulesIn(dataset.rules)[which];
    const title = own ? ownRuleSentence(own, dataset.variables) : CHECK_TITLES[rule];
    return { key, rule, ownRule: which, title, said: { id: sentence(title, found, 'id'), en: sentence(title, found, 'en') } };
  }));
  return warnings.toSorted((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) || (a.ownRule ?? 0) - (b.ownRule ?? 0));
}

function sentence(title: Text, found: readonly Finding[], language: Language): string {
  const words = WORDS[language];
  const count = timesIn(found);
  const told = formatDecimal(String(count), language);
  const atCell = found.find(({ row }) => row !== null);
  const first = atCell ?? found[0];
  // What counts the cells that are not named stands beside those that are. The column is in what is said of the cell.
  const place = atCell && cellWords(atCell.cell, atCell.row ?? 0)[language];
  const before = place === undefined ? (count > 1 ? words.many(told) : '') : count > 1 ? words.cells(told, atCell?.cell ?? place.toLowerCase()) : `${atCell?.cell ? words.cell : ''}${place}. `;
  return `${title[language]}: ${before}${first?.message[language] ?? ''}`;
}
