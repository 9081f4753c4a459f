import type { ColumnCodes } from '../code-lists/column-codes.js';
import { beyond } from '../datasets/bounds.js';
import { isRequired, type Variable } from '../datasets/dataset.types.js';
import { widened } from './compare.js';
import type { Sheet } from './finding.js';
import { judgedCells } from './judged.js';
import { SENTENCES } from './sentences.js';

/** Each cell by its variable: there, readable, in range, in the list, in the pattern. One finding for a cell at most. */
export function checkCells(sheet: Sheet): void {
  for (const { row, column, message } of sheet.table.layout.unreadable) sheet.atCell('type', 'ERROR', row, column, message);
  for (const variable of sheet.dataset.variables.filter(({ name }) => sheet.has(name))) {
    const pattern = variable.pattern ? new RegExp(`^(?:${variable.pattern})$`, 'u') : null;
    const codes = sheet.context.codes.get(variable.name) ?? null;
    sheet.rows.forEach((row, index) => {
      if (sheet.isFaulty(index, variable.name)) return;
      const value = row[variable.name] ?? null;
      if (value === null) checkRequired(sheet, variable, index);
      else checkValue(sheet, variable, index, value, codes, pattern);
    });
  }
  for (const one of judgedCells(sheet.dataset.variables)) sheet.judged.push({ ...one, rows: sheet.rows.filter((_, index) => sheet.sound(index, one.column) !== null).length });
}

function checkRequired(sheet: Sheet, variable: Variable, index: number): void {
  const { name, title } = variable;
  if (isRequired(variable)) sheet.atCell('required', 'ERROR', index, name, SENTENCES.required(sheet.cell(index, name), sheet.row(index), title));
}

function checkValue(sheet: Sheet, variable: Variable, index: number, value: string, codes: ColumnCodes | null, pattern: RegExp | null): void {
  const { name } = variable;
  const { range, pattern: form } = sheet.settings;
  const off = beyond(widened(variable, range), value);
  if (codes && !codes.names.has(value)) {
    sheet.atCell('code', 'ERROR', index, name, SENTENCES.code(variable, value, codes));
  } else if (off === 'low') {
    sheet.atCell('range', range.level, index, name, SENTENCES.low(variable, value, range.tolerance));
  } else if (off === 'high') {
    sheet.atCell('range', range.level, index, name, SENTENCES.high(variable, value, range.tolerance));
  } else if (pattern && !pattern.test(value)) {
    sheet.atCell('pattern', form.level, index, name, SENTENCES.pattern(variable, value));
  }
}
