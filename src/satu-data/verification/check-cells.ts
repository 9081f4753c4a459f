import { decimal, isDecimal } from '../analysis/decimal.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';

/** Each cell by its variable: there, readable, in range, in the list, in the pattern. One finding for a cell at most. */
export function checkCells(sheet: Sheet): void {
  for (const { row, column, message } of sheet.table.layout.unreadable) sheet.atCell('type', 'ERROR', row, column, message);
  for (const variable of sheet.dataset.variables.filter(({ name }) => sheet.has(name))) {
    const pattern = variable.pattern ? new RegExp(`^(?:${variable.pattern})$`, 'u') : null;
    const codes = codesOf(variable, sheet);
    sheet.rows.forEach((row, index) => {
      if (sheet.isFaulty(index, variable.name)) return;
      const value = row[variable.name] ?? null;
      if (value === null) checkRequired(sheet, variable, index);
      else checkValue(sheet, variable, index, value, codes, pattern);
    });
  }
}

function checkRequired(sheet: Sheet, { name, title, required, key }: Variable, index: number): void {
  if (!required && !key) return;
  sheet.atCell('required', 'ERROR', index, name, {
    id: `Sel ${sheet.cell(index, name)} kosong, padahal “${title}” wajib diisi.`,
    en: `Cell ${sheet.cell(index, name)} is empty, but “${title}” must be filled in.`,
  });
}

function checkValue(sheet: Sheet, variable: Variable, index: number, value: string, codes: ReadonlySet<string> | null, pattern: RegExp | null): void {
  const { name, title, min, max } = variable;
  if (codes && !codes.has(value)) {
    const kind = variable.type === 'region' ? { id: 'kode wilayah Kemendagri', en: 'a Kemendagri region code' } : { id: `pilihan untuk “${title}”`, en: `one of the choices for “${title}”` };
    sheet.atCell('code', 'ERROR', index, name, { id: `“${value}” bukan ${kind.id} yang berlaku.`, en: `“${value}” is not ${kind.en} that is valid.` });
  } else if (isDecimal(min) && isDecimal(value) && decimal(value).lt(min)) {
    sheet.atCell('range', 'ERROR', index, name, { id: `“${title}” bernilai ${value}; paling kecil ${min}.`, en: `“${title}” is ${value}; at least ${min}.` });
  } else if (isDecimal(max) && isDecimal(value) && decimal(value).gt(max)) {
    sheet.atCell('range', 'ERROR', index, name, { id: `“${title}” bernilai ${value}; paling besar ${max}.`, en: `“${title}” is ${value}; at most ${max}.` });
  } else if (pattern && !pattern.test(value)) {
    sheet.atCell('pattern', 'ERROR', index, name, { id: `“${value}” tidak sesuai bentuk yang diminta untuk “${title}”.`, en: `“${value}” does not have the form asked for in “${title}”.` });
  }
}

function codesOf({ type, codes }: Variable, sheet: Sheet): ReadonlySet<string> | null {
  if (codes?.length) return new Set(codes);
  return type === 'region' ? new Set(Object.keys(sheet.context.regions)) : null;
}
