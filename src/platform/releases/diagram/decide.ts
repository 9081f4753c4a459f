import type { Comparison, Literal, Term } from './condition.js';

/** A value that nobody kept; a condition may be clear all the same. */
export const UNKNOWN = Symbol('unknown');

/** The engine cannot compare the two, and stops there. */
export class CannotCompare extends Error {
  constructor(
    readonly variable: string,
    readonly value: unknown,
    readonly literal: Literal,
  ) {
    super(`“${String(value)}” of ${variable} cannot be compared with ${String(literal)}`);
    this.name = 'CannotCompare';
  }
}

/** What the engine would decide; null where that hangs on a value that is unknown. @throws CannotCompare. */
export function decide(term: Term, read: (name: string) => unknown): boolean | null {
  if ('all' in term) return joined(term.all, false, read);
  if ('any' in term) return joined(term.any, true, read);
  if ('not' in term) {
    const inner = decide(term.not, read);
    return inner === null ? null : !inner;
  }
  const value = read(term.variable);
  if (value === UNKNOWN) return null;
  return compared(term, value);
}

/** One part that says `end` decides, whatever the others would say; as the engine does, none after it is looked at. */
function joined(parts: readonly Term[], end: boolean, read: (name: string) => unknown): boolean | null {
  let answer: boolean | null = !end;
  for (const part of parts) {
    const one = decide(part, read);
    if (one === end) return end;
    if (one === null) answer = null;
  }
  return answer;
}

const TURNED: Readonly<Record<Comparison, Comparison>> = { '==': '==', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

/** As the engine's expression language compares: numbers where one side is a number, then booleans, then texts; nothing is smaller or larger than null. */
function compared({ variable, comparison, literal, turned }: Extract<Term, { variable: string }>, value: unknown): boolean | null {
  const sign = turned ? TURNED[comparison] : comparison;
  const refuse = (): never => {
    throw new CannotCompare(variable, value, literal);
  };
  if (value === null || value === undefined || literal === null) {
    const same = (value ?? null) === literal;
    return sign === '!=' ? !same : sign === '==' || sign === '<=' || sign === '>=' ? same : false;
  }
  // What a list or an object says as a text is the engine's affair.
  if (typeof value === 'object') return null;
  if (typeof value === 'number' || typeof literal === 'number') return ordered(number(value) ?? refuse(), number(literal) ?? refuse(), sign);
  if (typeof value !== 'boolean' && typeof literal !== 'boolean') return ordered(String(value), literal, sign);
  if (sign !== '==' && sign !== '!=') return refuse();
  return (truth(value) === truth(literal)) === (sign === '==');
}

/** An empty text counts as zero; other texts must be numbers, and a boolean is none. */
function number(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return Number.isNaN(Number(value)) ? null : Number(value);
}

const truth = (value: unknown): boolean => (typeof value === 'string' ? value.toLowerCase() === 'true' : value === true);

function ordered<T extends string | number>(left: T, right: T, sign: Comparison): boolean {
  if (sign === '==') return left === right;
  if (sign === '!=') return left !== right;
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  return sign === '<=' ? left <= right : left >= right;
}
