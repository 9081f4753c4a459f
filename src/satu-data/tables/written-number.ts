import { decimal } from '../analysis/decimal.js';
import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { isOpen } from '../shared/decimal-mark.js';
import { isPercent } from './unit.js';

/** How the numbers of a table are read. */
export interface Reading {
  readonly mark: DecimalMark;
  /** Whether what each convention reads as another number is refused: the table gives reason to doubt its mark. */
  readonly strict: boolean;
  /** Signs that mean no value in a column of numbers or days. */
  readonly signs?: readonly string[];
}

/**
 * Grouped and plain numbers of both conventions, matched as text: a cast would let `10.5`, `inf` or `0x1F` by. What is grouped never begins with a nought:
 * `0.125` is no 125.
 */
const WRITTEN = {
  ',': /^[+-]?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$/,
  '.': /^[+-]?([1-9]\d{0,2}(,\d{3})+|\d+)(\.\d+)?$/,
} as const;

/** Thousands by blanks that do not break a line, as typesetters and the SI write them. A common blank may part two numbers. */
const SPACED = /^[+-]?[1-9]\d{0,2}([\u00A0\u2009\u202F]\d{3})+([.,]\d+)?$/;

/** A number with the signs of a keyboard: the minus of typesetters (U+2212) and such blanks are read as what they stand for. */
export function inKeys(text: string): string {
  const signed = text.replace(/^\u2212/, '-');
  return SPACED.test(signed) ? signed.replaceAll(/[\u00A0\u2009\u202F]/g, '') : signed;
}

/** The sign as people write it behind a number. */
export const PERCENT_SIGN = '[ \u00A0\u202F]?%$';
const percentSign = new RegExp(PERCENT_SIGN);
export const withoutPercent = (text: string): string => text.replace(percentSign, '');

/** A number as a column is written: where its unit is percent, the sign behind it only says so again. Of any other unit nobody knows what was meant. */
export const inUnit = (text: string, { unit }: Pick<Variable, 'unit'>): string => (isPercent(unit) ? withoutPercent(text) : text);

export const otherMark = (mark: DecimalMark): DecimalMark => (mark === ',' ? '.' : ',');

/** `1.234,5` under `,` is 1234.5. Null where the text is no number in that convention. */
export function parseNumber(text: string, mark: DecimalMark): string | null {
  if (!WRITTEN[mark].test(text)) return null;
  const plain = mark === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  return decimal(plain.replace(/^\+/, '')).toFixed();
}

/** Whether a text may be two numbers of a column: as a whole number `1.234` can only be one, for the other is a fraction; `1.000` may be 1. */
export const isOpenIn = ({ type }: Pick<Variable, 'type'>, text: string): boolean => isOpen(text) && (type !== 'integer' || text.endsWith('000'));

/** As {@link parseNumber}, by how the table is read. */
export function readWritten(text: string, { mark, strict }: Reading, variable: Pick<Variable, 'type' | 'unit'> = { type: 'number' }): string | null {
  const plain = inKeys(inUnit(text, variable));
  return strict && isOpenIn(variable, plain) ? null : parseNumber(plain, mark);
}

/** As {@link parseNumber} where no convention is declared: null also for what would be two numbers, as `1.234` is. */
export const parseUndeclared = (text: string): string | null => (isOpen(text) ? null : (parseNumber(text, ',') ?? parseNumber(text, '.')));
