import type { FieldProblem } from 'tertib';
import { z } from 'zod';
import { columnsIn, FormulaError } from '../analysis/formula/formula.js';
import { otherColumn } from '../analysis/formula/other-column.js';
import { parseFormula } from '../analysis/formula/parse.js';
import { COLUMN_NAME } from '../datasets/column-name.js';
import type { Indicator } from '../datasets/dataset.types.js';
import { closest } from '../shared/closest.js';
import { optionalText } from '../shared/form-values.js';

/** What of MS-Ind makes an indicator that is computed. Everything may be missing while it is being filled in. */
export const MsInd = z.object({
  nama: optionalText, satuan: optionalText, kolom: optionalText, rumusHitung: optionalText,
  desimal: z.number().int().min(0).max(8).nullish().transform((value) => value ?? null),
  /** The columns of the variables that it is made of. */
  variabelPembangun: z.array(z.object({ kolomVariabel: optionalText })).nullish().transform((rows) => (rows ?? []).flatMap(({ kolomVariabel }) => kolomVariabel ?? [])),
});
export type MsInd = z.output<typeof MsInd>;

const DECIMALS = 2;

/** What of a formula cannot be computed, at its field. */
export function formulaProblems({ kolom, rumusHitung, variabelPembangun }: MsInd): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (path: string, id: string, en: string) => problems.push({ path, message: { id, en } });
  if (kolom && !COLUMN_NAME.test(kolom)) say('kolom', 'Nama kolom hanya boleh memuat huruf kecil, angka, dan garis bawah, dan diawali huruf; misalnya kepadatan.', 'A column name has small letters, digits and underscores only, and begins with a letter; for example kepadatan.');
  if (!rumusHitung) return problems;
  try {
    const columns = columnsIn(parseFormula(rumusHitung));
    if (columns.length === 0) say('rumusHitung', 'Rumus ini tidak memakai satu kolom pun.', 'This formula uses no column at all.');
    for (const column of columns.map((one) => otherColumn(one)?.column ?? one).filter((one) => !variabelPembangun.includes(one))) {
      const meant = closest(column, variabelPembangun);
      say('rumusHitung', `Kolom “${column}” bukan kolom variabel pembangun indikator ini${meant ? `. Mungkin maksudnya “${meant}”` : '. Tambahkan variabelnya di bawah'}.`, `“${column}” is no column of the variables that this indicator is made of${meant ? `. Perhaps “${meant}” was meant` : '. Add the variable below'}.`);
    }
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    say('rumusHitung', error.text.id, error.text.en);
  }
  return problems;
}

/** The indicator that it becomes in a data set; null while its name, column or formula is missing. */
export function indicatorOf({ nama, satuan, kolom, rumusHitung, desimal }: MsInd, code: string): Indicator | null {
  if (!nama || !kolom || !rumusHitung) return null;
  return { name: kolom, title: nama, unit: satuan ?? '', formula: rumusHitung, numerator: '', denominator: '', factor: '1', decimals: desimal ?? DECIMALS, metadata: code };
}
