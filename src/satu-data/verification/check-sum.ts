import { decimal, isDecimal, sum } from '../analysis/decimal.js';
import type { SumRule } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';

/** The parts of each row sum to its total; silent where one of them is missing or wrong already. */
export function checkSum(sheet: Sheet, { parts, total }: SumRule): void {
  sheet.rows.forEach((_, index) => {
    const values = parts.map((name) => sheet.sound(index, name));
    const stated = sheet.sound(index, total);
    const expected = sum(values.map((value) => value ?? undefined));
    if (!isDecimal(stated) || expected === null || !values.every(isDecimal) || decimal(expected).eq(stated)) return;
    const formula = parts.map((name) => sheet.title(name)).join(' + ');
    sheet.atCell('sum', 'ERROR', index, total, {
      id: `${formula} = ${expected}, tetapi “${sheet.title(total)}” tertulis ${stated}.`,
      en: `${formula} = ${expected}, but “${sheet.title(total)}” says ${stated}.`,
    });
  });
}
