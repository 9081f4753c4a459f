import type { Text } from 'tertib';
import { hasCodes } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isRequired, ownRulesIn, type Level } from '../datasets/dataset.types.js';
import { ADJUSTABLE, isAdjustable, type RuleSetting, type RuleSettings } from '../datasets/rule-settings.js';
import { contributedIn } from './contributors.js';
import type { RuleName } from './finding.js';
import { leftOut, whyUnjudged, type Judged } from './judged.js';
import { grouped } from '../shared/grouped.js';
import { ownRuleSentence } from './own-rule-words.js';
import { addedUp, layeredKeys } from './wholes.js';

type Described = Pick<DatasetEntity, 'variables' | 'rules'>;

/** What each check looks at, and which data sets it looks at all. */
const CHECKS: Readonly<Record<RuleName, { readonly title: Text; readonly asked: (dataset: Described) => boolean; readonly against?: keyof ComparedWith }>> = {
  empty: { title: { id: 'Tabel berisi baris', en: 'The table has rows' }, asked: always },
  template: { title: ADJUSTABLE.template.title, asked: always },
  'column-missing': { title: { id: 'Semua kolom ada', en: 'All columns are there' }, asked: always },
  'column-unknown': { title: ADJUSTABLE['column-unknown'].title, asked: always },
  reading: { title: { id: 'Cara membaca tabel', en: 'How the table is read' }, asked: always },
  type: { title: { id: 'Jenis nilai', en: 'Type of values' }, asked: always },
  required: { title: { id: 'Kolom wajib terisi', en: 'Required columns are filled' }, asked: ({ variables }) => variables.some(isRequired) },
  range: { title: ADJUSTABLE.range.title, asked: ({ variables }) => variables.some(({ min, max }) => min ?? max) },
  code: { title: { id: 'Kode terdaftar', en: 'Codes are listed' }, asked: ({ variables }) => variables.some(hasCodes) },
  pattern: { title: ADJUSTABLE.pattern.title, asked: ({ variables }) => variables.some(({ pattern }) => pattern) },
  key: { title: { id: 'Tidak ada baris ganda', en: 'No row is there twice' }, asked: ({ variables }) => variables.some(({ key }) => key) },
  sum: { title: ADJUSTABLE.sum.title, asked: ({ rules }) => rules.some(({ kind }) => kind === 'sum') },
  whole: { title: ADJUSTABLE.whole.title, asked: (dataset) => addedUp(dataset).length > 0 && layeredKeys(dataset.variables).length > 0 },
  compare: { title: { id: 'Aturan kantor sendiri', en: 'The office’s own rules' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'compare') },
  grid: { title: { id: 'Wilayah dan periode lengkap', en: 'Regions and periods are complete' }, asked: ({ rules }) => rules.some(({ kind }) => kind === 'grid') },
  contributors: { title: { id: 'Penyumbang sesuai dengan nilainya', en: 'Contributors fit their value' }, asked: ({ variables }) => contributedIn(variables).length > 0 },
  outlier: { title: ADJUSTABLE.outlier.title, asked: ({ rules }) => rules.some(({ kind }) => kind === 'outlier'), against: 'lastPeriod' },
  change: { title: ADJUSTABLE.change.title, asked: always, against: 'before' },
};

/** What each check is called. */
export const CHECK_TITLES = Object.fromEntries(Object.entries(CHECKS).map(([rule, { title }]) => [rule, title])) as Readonly<Record<RuleName, Text>>;

function always(): boolean {
  return true;
}

/** Who let what was found pass, and why. */
export interface Acceptance {
  readonly reason: string;
  /** Id of the person; null where it was not kept. */
  readonly by: string | null;
  readonly at: Date | null;
}

/** How many findings a rule has. */
export interface CountedFindings {
  readonly rule: string;
  readonly ownRule?: number | null;
  readonly findings: number;
  readonly accepted: Acceptance | null;
}

/** Which tables there were to compare a delivery with. */
export interface ComparedWith {
  /** The one that counted in the period before. */
  readonly lastPeriod: boolean;
  /** The one that verification looked at before, in the same period. */
  readonly before: boolean;
}

/**
 * `off`: the office, or the data list, had it not looked for when the delivery was verified. `alone`: there was no table to compare it with. `unjudged`: it was
 * looked for, and not one row could be held against it.
 */
export type CheckResult = 'passed' | 'off' | 'alone' | 'unjudged' | 'found';

/** One rule, and what became of a delivery by it. */
export interface Check extends Pick<RuleSetting, 'tolerance'> {
  /** The rule; of the office's own ones also which. */
  readonly key: string;
  readonly rule: RuleName;
  readonly title: Text;
  readonly level: Level;
  readonly result: CheckResult;
  readonly findings: number;
  readonly accepted: Acceptance | null;
  /** Why nothing could be judged, or which columns could not; null where all was. */
  readonly why: Text | null;
}

/** A finding's {@link Check}, by its key. */
export const checkKey = ({ rule, ownRule }: Pick<CountedFindings, 'rule' | 'ownRule'>): string => (rule === 'compare' && ownRule !== null && ownRule !== undefined ? `compare:${ownRule}` : rule);

/**
 * The checks of a data set's delivery, in the order of the report, with what each came to.
 *
 * @param settings - by which the delivery was verified, whatever holds now. A rule that there was not yet was not looked for.
 * @param compared - what it was compared with; null where that was not kept.
 * @param judged - how many rows each rule was held against; null where that was not kept.
 */
export function checksOf(dataset: Described, settings: Partial<RuleSettings>, found: readonly CountedFindings[], compared: ComparedWith | null, judged: readonly Judged[] | null = null): Check[] {
  const held = grouped(judged ?? [], checkKey);
  const counts = new Map(found.map((one) => [checkKey(one), one]));
  return Object.entries(CHECKS).filter(([, { asked }]) => asked(dataset)).flatMap(([name, { title, against }]) => {
    const rule = name as RuleName;
    // That rule came together with what is kept in `judged`: where that was not kept, nobody looked.
    const fixed: Level = rule === 'contributors' && judged === null ? 'OFF' : 'ERROR';
    const { level, tolerance }: RuleSetting = isAdjustable(rule) ? (settings[rule] ?? { level: 'OFF', tolerance: null }) : { level: fixed, tolerance: null };
    // Where findings do not say which of the office's own rules they are of, none of these can be said to have passed.
    const rules = rule === 'compare' && !counts.has('compare') ? ownChecks(dataset) : [{ key: rule, rule, title, level, tolerance }];
    const alone = against !== undefined && compared?.[against] === false;
    return rules.map((one): Check => ({ ...one, ...outcome(one.level, counts.get(one.key), alone, judgementOf(dataset, held.get(one.key) ?? [])) }));
  });
}

const ownChecks = ({ variables, rules }: Described): Pick<Check, 'key' | 'rule' | 'title' | 'level' | 'tolerance'>[] =>
  ownRulesIn(rules).map((one, index) => ({ key: `compare:${index}`, rule: 'compare' as const, title: ownRuleSentence(one, variables), level: one.severity, tolerance: one.tolerance ?? null }));

type Outcome = Pick<Check, 'result' | 'findings' | 'accepted' | 'why'>;

function outcome(level: Level, counted: CountedFindings | undefined, alone: boolean, { result, why }: Pick<Outcome, 'result' | 'why'>): Outcome {
  const [findings, accepted] = [counted?.findings ?? 0, counted?.accepted ?? null];
  if (findings > 0) return { result: 'found', findings, accepted, why: null };
  if (level === 'OFF' || alone) return { result: level === 'OFF' ? 'off' : 'alone', findings, accepted, why: null };
  return { result, findings, accepted, why };
}

/** What a rule that found nothing came to, by how much it was held against; one of which that was not kept is told as before. */
function judgementOf({ variables }: Described, judged: readonly Judged[]): Pick<Outcome, 'result' | 'why'> {
  const [first] = judged;
  const left = judged.filter(({ rows }) => rows === 0);
  if (!first || left.length === 0) return { result: 'passed', why: null };
  if (left.length === judged.length) return { result: 'unjudged', why: whyUnjudged(first.rule) };
  return { result: 'passed', why: leftOut([...new Set(left.map(({ column }) => variables.find(({ name }) => name === column)?.title ?? column))]) };
}
