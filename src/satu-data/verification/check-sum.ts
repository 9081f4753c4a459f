import { decimal, isDecimal, sum } from '../analysis/decimal.js';
import type { SumRule } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/** The parts of each row sum to its total; silent where one of them is missing or wrong already. */
export function checkSum(sheet: Sheet, { parts, total }: SumRule): void {
  sheet.rows.forEach((_, index) => {
    const values = parts.map((name) => sheet.sound(index, name));
    const stated = sheet.sound(index, total);
    const expected = sum(values.map((value) => value ?? undefined));
    if (!isDecimal(stated) || expected === null || !values.every(isDecimal) || decimal(expected).eq(stated)) return;
    sheet.atCell('sum', 'ERROR', index, total, SENTENCES.sum(parts.map((name) => sheet.title(name)), expected, sheet.title(total), stated));
  });
}
