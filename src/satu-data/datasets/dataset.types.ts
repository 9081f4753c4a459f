/** A column of a data set's table; becomes its Table Schema field, template column and checks. Bounds are decimal text, of a date a day (YYYY-MM-DD). */
export interface Variable {
  readonly name: string;
  readonly title: string;
  readonly type: 'integer' | 'number' | 'string' | 'date' | 'region';
  readonly unit?: string | null;
  readonly definition?: string | null;
  readonly required: boolean;
  /** Part of the primary key. */
  readonly key: boolean;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly pattern?: string | null;
  /** Allowed codes, where the data list names them. */
  readonly codes?: readonly string[] | null;
  /** What those codes mean, where it was said. */
  readonly meanings?: Readonly<Record<string, string>> | null;
  /** Scheme of the list that its codes are of. Default: of a region the ministry's, otherwise none. */
  readonly list?: string | null;
  readonly protection?: Protection | null;
  /** Why it holds no personal data although it looks so, as whoever analysed it or ordered its publication wrote. */
  readonly notPersonal?: string | null;
  /** Whether its values add up over regions and categories (`flow`: over time as well), where somebody said so; `isAdditive` tells of the others. */
  readonly additivity?: 'sum' | 'flow' | 'average' | 'none' | null;
}

export const isNumeric = (type: Variable['type'] | null | undefined): boolean => type === 'integer' || type === 'number';

/** Whether each row must have a value of it: a part of the row's key is missed as well. */
export const isRequired = ({ required, key }: { readonly required?: boolean | undefined; readonly key?: boolean | undefined }): boolean => Boolean(required || key);

/** Whether people group its digits: a year is a number too, but nobody writes 2.024. */
export const isAmount = ({ type, key }: { readonly type: Variable['type']; readonly key?: boolean | undefined }): boolean => !key && isNumeric(type);

/**
 * A column that counts persons or businesses, or measures what they have: its small cells are not published.
 * Where it is no count itself, other columns say how many contribute, and what the two largest of them do; those are never published.
 */
export interface Protection {
  readonly contributors?: string | undefined;
  readonly largestTwo?: string | undefined;
}

/** `total` holds the sum of `parts` in each row. */
export interface SumRule {
  readonly kind: 'sum';
  readonly parts: readonly string[];
  readonly total: string;
}
/** Each of `regions` occurs for each of `periods`; without any, for the period that most rows are about. */
export interface GridRule {
  readonly kind: 'grid';
  readonly region: string;
  readonly regions: readonly string[];
  readonly period?: string | null;
  readonly periods?: readonly string[] | null;
}
/** A value whose change against last year is far from the others' is doubtful: of a row of the same key, in the newest period. One rule for each measure. */
export interface OutlierRule {
  readonly kind: 'outlier';
  readonly column: string;
  readonly region: string;
  readonly period: string;
}
/** What `left` (columns, added up) must be beside `right` (columns, added up, or a number). Written by the office itself, without code. */
export interface CompareRule {
  readonly kind: 'compare';
  readonly left: readonly string[];
  readonly comparison: Comparison;
  readonly right: readonly string[] | { readonly number: string };
  /** How far it may be off, as decimal text: in the unit of the values, or in percent of the right side. */
  readonly tolerance?: { readonly by: string; readonly in: 'unit' | 'percent' } | null;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
}
/** How much a rule weighs: what it finds returns the data, needs a reason, is told, or is not looked for. */
export type Level = CompareRule['severity'] | 'OFF';
/** A rule that is there without being written, set otherwise for this data set than by the office. */
export interface BuiltInRule {
  readonly kind: 'built-in';
  readonly rule: 'sum' | 'whole' | 'range' | 'outlier' | 'pattern' | 'template' | 'column-unknown' | 'change';
  readonly level: Level;
  /** Decimal text: in the unit of the values, in percent of the bound or total, or the score from which a change is unusual. */
  readonly tolerance: { readonly by: string; readonly in: 'unit' | 'percent' | 'score' } | null;
}
export const COMPARISONS = ['=', '≠', '<', '≤', '>', '≥'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Rule = SumRule | GridRule | OutlierRule | CompareRule | BuiltInRule;
/** In their order, by which a finding names one of them. */
export const ownRulesIn = (rules: readonly Rule[]): CompareRule[] => rules.filter((rule) => rule.kind === 'compare');

/** Indicators that the analysis computes, e.g. density = penduduk / luas: by a fraction and a factor, or by a formula. */
export interface Indicator {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** As MS-Ind has it: columns, whole numbers, + − × ÷ and brackets. With one, numerator and denominator are empty. */
  readonly formula?: string | null;
  readonly numerator: string;
  readonly denominator: string;
  /** Decimal text; 100 for a ratio in percent. */
  readonly factor: string;
  readonly decimals: number;
  /** Code of the MS-Ind that its formula is of, and that alone says it. */
  readonly metadata?: string | null;
}

export type DecimalMark = ',' | '.';
