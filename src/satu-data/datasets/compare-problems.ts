import type { Text } from 'tertib';
import type { CompareRule, Variable } from './dataset.types.js';

/** As long as DuckDB's exact decimals. */
const NUMBER = /^-?\d{1,20}(\.\d{1,12})?$/;

/** Why a rule of the office's own cannot be used. */
export function compareProblems(rule: CompareRule, variables: readonly Variable[]): Text[] {
  const right = 'number' in rule.right ? [] : rule.right;
  const problems: Text[] = [];
  if (rule.left.length === 0 || (!('number' in rule.right) && right.length === 0)) problems.push({ id: 'Isi kedua sisi yang dibandingkan: kolom, atau kolom dan angka.', en: 'Fill in both sides that are compared: columns, or columns and a number.' });
  for (const name of new Set([...rule.left, ...right])) {
    const variable = variables.find((one) => one.name === name);
    if (!variable) problems.push({ id: `Kolom “${name}” tidak ada pada daftar kolom.`, en: `There is no column “${name}” in the list of columns.` });
    else if (variable.type !== 'integer' && variable.type !== 'number') problems.push({ id: `Kolom “${name}” bukan kolom angka, sehingga tidak dapat dibandingkan.`, en: `The column “${name}” is not one of numbers, so that it cannot be compared.` });
  }
  if ('number' in rule.right && !NUMBER.test(rule.right.number)) problems.push({ id: `“${rule.right.number}” bukan angka. Tulis misalnya 100 atau 0,5.`, en: `“${rule.right.number}” is not a number. Write for example 100 or 0.5.` });
  if (rule.tolerance && (!NUMBER.test(rule.tolerance.by) || rule.tolerance.by.startsWith('-'))) problems.push({ id: `Toleransi “${rule.tolerance.by}” bukan angka dari 0 ke atas.`, en: `The tolerance “${rule.tolerance.by}” is not a number from 0 up.` });
  return problems;
}
