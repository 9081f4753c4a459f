import type { Text } from 'tertib';
import { isNumeric, type Indicator, type Variable } from '../datasets/dataset.types.js';
import { onlyProtecting } from '../disclosure/unpublished.js';
import { closest } from '../shared/closest.js';
import { columnsIn, FormulaError } from './formula/formula.js';
import { otherColumn } from './formula/other-column.js';
import { parseFormula } from './formula/parse.js';

type Problem = Text & { readonly field: 'indikator' | 'rumus' | 'pembilang' | 'penyebut' };

/** What does not fit in an indicator that is to be computed, at the fields of the data list. */
export function indicatorProblems({ name, formula, numerator, denominator }: Indicator, variables: readonly Variable[], indicators: readonly Indicator[]): Problem[] {
  const problems: Problem[] = [];
  if (!name) problems.push({ field: 'indikator', id: 'Beri indikator ini sebuah nama, misalnya kepadatan.', en: 'Give this indicator a name, such as kepadatan.' });
  else if (variables.some((one) => one.name === name) || indicators.filter((one) => one.name === name).length > 1) {
    problems.push({ field: 'indikator', id: `Nama “${name}” sudah dipakai kolom atau indikator lain.`, en: `The name “${name}” is already that of another column or indicator.` });
  }
  if (formula && (numerator || denominator)) return [...problems, { field: 'rumus', id: 'Isi rumus, atau pembilang dan penyebut; tidak keduanya.', en: 'Give a formula, or numerator and denominator; not both.' }];
  if (formula) return [...problems, ...formulaProblems(formula, variables)];
  const given = [['pembilang', numerator], ['penyebut', denominator]] as const;
  if (numerator && denominator && [numerator, denominator].every(otherColumn)) return [...problems, { field: 'penyebut', ...NO_OWN }];
  return [...problems, ...given.flatMap(([field, column]): Problem[] => {
    if (!column) return [{ field, id: 'Isi kolom ini, atau tulis rumus.', en: 'Give this column, or write a formula.' }];
    return columnProblem(column, variables).map((text) => ({ field, ...text }));
  })];
}

function formulaProblems(source: string, variables: readonly Variable[]): Problem[] {
  try {
    const columns = columnsIn(parseFormula(source));
    if (columns.length === 0) return [{ field: 'rumus', id: 'Rumus ini tidak memakai satu kolom pun.', en: 'This formula uses no column at all.' }];
    if (columns.every(otherColumn)) return [{ field: 'rumus', ...NO_OWN }];
    return columns.flatMap((column) => columnProblem(column, variables).map((text) => ({ field: 'rumus' as const, ...text })));
  } catch (error) {
    if (error instanceof FormulaError) return [{ field: 'rumus', ...error.text }];
    throw error;
  }
}

const NO_OWN: Text = { id: 'Pakai sedikitnya satu kolom dataset ini: indikator dihitung pada baris-barisnya.', en: 'Use at least one column of this data set: an indicator is computed for its rows.' };

/** A column of another data set is looked for once all of the list is there. */
function columnProblem(column: string, variables: readonly Variable[]): Text[] {
  if (otherColumn(column)) return [];
  const found = variables.find(({ name }) => name === column);
  if (!found) {
    const meant = closest(column, variables.map(({ name }) => name));
    return [{ id: `Kolom “${column}” tidak ada pada daftar kolom${meant ? `. Mungkin maksudnya “${meant}”` : ''}.`, en: `There is no column “${column}” in the list of columns${meant ? `. Perhaps “${meant}” was meant` : ''}.` }];
  }
  if (onlyProtecting(variables).has(column)) {
    return [{ id: `Kolom “${column}” tidak dipublikasikan, karena hanya dipakai untuk melindungi kolom lain. Indikator yang dihitung darinya akan membukanya.`, en: `The column “${column}” is not published, because it only serves to protect another. An indicator that is computed from it would tell it.` }];
  }
  return isNumeric(found.type) ? [] : [{ id: `Kolom “${column}” bukan kolom angka.`, en: `The column “${column}” is no column of numbers.` }];
}
