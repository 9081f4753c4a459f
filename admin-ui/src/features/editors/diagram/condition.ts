import type { Variable } from './variables.js';

/** A condition that compares one variable with one value. */
export interface Comparison {
  readonly variable: string;
  readonly operator: Operator;
  /** As it stands on the screen: without quotes. Empty for `empty` and `filled`. */
  readonly value: string;
}

export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'empty' | 'filled';

const SIMPLE = /^\s*\$\{\s*([A-Za-z_]\w*)\s*(==|!=|>=|<=|>|<)\s*(?:'([^'\\]*)'|"([^"\\]*)"|(-?\d+(?:\.\d+)?|true|false|null))\s*\}\s*$/;

/** What can be asked of a variable. Dates cannot be compared in a diagram: timers are for that. */
export const OPERATORS: Readonly<Record<Variable['kind'], readonly Operator[]>> = {
  choice: ['==', '!=', 'filled', 'empty'],
  'yes-no': ['=='],
  number: ['==', '!=', '>', '>=', '<', '<=', 'filled', 'empty'],
  date: ['filled', 'empty'],
  text: ['==', '!=', 'filled', 'empty'],
  unknown: ['==', '!=', '>', '>=', '<', '<=', 'filled', 'empty'],
};

/** Null where it says more, or something else: then it is shown as it is written. */
export function readComparison(body: string): Comparison | null {
  const [, variable, operator, single, double, bare] = SIMPLE.exec(body) ?? [];
  if (!variable || !operator) return null;
  if (bare === 'null') return operator === '==' || operator === '!=' ? { variable, operator: operator === '==' ? 'empty' : 'filled', value: '' } : null;
  return { variable, operator: operator as Operator, value: single ?? double ?? bare ?? '' };
}

/** As the engine reads it. A quote in the value would end the text, and so is left out. */
export function writeComparison({ variable, operator, value }: Comparison, kind: Variable['kind']): string {
  if (operator === 'empty' || operator === 'filled') return `\${${variable} ${operator === 'empty' ? '==' : '!='} null}`;
  return `\${${variable} ${operator} ${literal(value, kind)}}`;
}

function literal(value: string, kind: Variable['kind']): string {
  const figure = /^-?\d{1,15}(\.\d{1,15})?$/.test(value);
  if (kind === 'number') return figure ? value : '0';
  if (kind === 'yes-no') return value === 'false' ? 'false' : 'true';
  if (kind === 'unknown' && (figure || value === 'true' || value === 'false')) return value;
  return `'${value.replaceAll(/['\\{}]/g, '')}'`;
}

/** What stands there as soon as a variable is chosen. */
export const firstOf = ({ name, kind, choices }: Variable): Comparison => {
  const operator = OPERATORS[kind][0] ?? '==';
  return { variable: name, operator, value: kind === 'choice' ? (choices[0]?.value ?? '') : kind === 'yes-no' ? 'true' : kind === 'number' ? '0' : '' };
};
