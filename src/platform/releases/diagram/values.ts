import { bareVariable, isVariable, parseCondition } from './condition.js';

/** Whether a property's value may stand in a diagram that we deploy; where it is one of few, which. */
export interface ValueRule {
  (value: unknown): boolean;
  readonly choices?: readonly unknown[];
}

const EXPRESSION = /[$#]\s*\{/;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 20_000;

function choice(...values: readonly unknown[]): ValueRule {
  return Object.assign((value: unknown) => values.includes(value), { choices: values });
}

/** Words for people; never an expression. */
export const text: ValueRule = (value) => isText(value) && !EXPRESSION.test(value);
export const id: ValueRule = (value) => typeof value === 'string' && value !== '__proto__' && /^[A-Za-z_][\w.-]{0,254}$/.test(value);
export const flag: ValueRule = choice(true, false);
export const integer: ValueRule = (value) => /^\d{1,9}$/.test(String(value));
export const oneOf = choice;
export const variable: ValueRule = (value) => typeof value === 'string' && isVariable(value);
export const key: ValueRule = (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value);
export const topic: ValueRule = (value) => typeof value === 'string' && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/.test(value);
export const names: ValueRule = (value) => typeof value === 'string' && /^[\w-]+(\s*,\s*[\w-]+)*$/.test(value);
export const code: ValueRule = (value) => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value);
/** A literal, or a bare `${name}`. */
export const assigned: ValueRule = (value) => text(value) || (typeof value === 'string' && bareVariable(value) !== null);
/** A list's name, as such or as `${name}`. */
export const collection: ValueRule = (value) => typeof value === 'string' && (isVariable(value) || bareVariable(value) !== null);
export const condition: ValueRule = (value) => typeof value === 'string' && parseCondition(value) !== null;
/** The one expression with a dot. */
export const businessKey: ValueRule = (value) => value === '#{execution.processBusinessKey}';

const DURATION = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})$/;
const timed = (literal: (text: string) => boolean): ValueRule => (value) => typeof value === 'string' && (literal(value.trim()) || bareVariable(value) !== null);

export const moment = timed((value) => MOMENT.test(value) && !Number.isNaN(Date.parse(value)));
export const duration = timed((value) => DURATION.test(value));
export const cycle = timed((value) => /^R\d{0,4}\/[^/]+(\/[^/]+)?$/.test(value) && value.split('/').slice(1).every((part) => DURATION.test(part) || MOMENT.test(part)));
export const retryCycle: ValueRule = (value) => typeof value === 'string' && value.split(',').every((part) => DURATION.test(part.trim().replace(/^R\d{1,3}\//, '')));
export const timeToLive: ValueRule = (value) => typeof value === 'string' && /^(P\d{1,5}D|\d{1,5})$/.test(value);
/** Positions, sizes, colours of the drawing. */
export const drawn: ValueRule = (value) => ['number', 'boolean'].includes(typeof value) || text(value);
