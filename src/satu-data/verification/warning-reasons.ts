import type { FieldProblem } from 'tertib';
import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';
import type { Warning } from './warnings.js';

/** A row of the form's list of warnings: which one, and why it is accepted. */
export const WarningRow = z.object({ idDataset: z.string(), aturan: z.string(), alasan: optionalText });
export type WarningRow = z.output<typeof WarningRow>;

/** A data set that is found complete, with its warnings. */
export interface Warned {
  readonly datasetId: string;
  readonly title: string;
  /** Its place in the form's list of data sets. */
  readonly index: number;
  /** One reason for all of its warnings that have none of their own. */
  readonly forAll: string | null;
  readonly warnings: readonly Warning[];
}

/** Why each of the warnings is accepted, by its key; a reason of its own before the one for all. */
export function reasonsOf({ datasetId, forAll, warnings }: Pick<Warned, 'datasetId' | 'forAll' | 'warnings'>, rows: readonly WarningRow[]): Map<string, string> {
  const own = new Map(rows.filter((row) => row.idDataset === datasetId).map(({ aturan, alasan }) => [aturan, alasan]));
  return new Map(warnings.flatMap(({ key }) => { const reason = own.get(key) ?? forAll; return reason === null ? [] : [[key, reason]]; }));
}

/** Each warning without a reason, at its own row; where the form lists no warnings, as it did before, once at its data set. */
export function unexplained(warned: Warned, rows: readonly WarningRow[]): FieldProblem[] {
  const reasons = reasonsOf(warned, rows);
  const { datasetId, index, title, warnings } = warned;
  const missing = warnings.filter(({ key }) => !reasons.has(key)).map(({ key, title: warning }) => ({ warning, row: rows.findIndex((row) => row.idDataset === datasetId && row.aturan === key) }));
  const unlisted = missing.some(({ row }) => row < 0) ? [{ path: `dataset.${index}.alasanPeringatan`, message: { id: 'Tulis alasan menerima peringatan.', en: 'Say why the warnings are accepted.' } }] : [];
  return [...unlisted, ...missing.filter(({ row }) => row >= 0).map(({ warning, row }) => ({
    path: `peringatan.${row}.alasan`,
    message: {
      id: `Tulis alasan menerima peringatan “${warning.id}” pada “${title}”, atau satu alasan untuk semua peringatan dataset itu di bawah keputusannya.`,
      en: `Say why the warning “${warning.en}” of “${title}” is accepted, or give one reason for all warnings of that data set below its decision.`,
    },
  }))];
}

/** Rows about what was not found: a reason for nothing is not kept, and not dropped in silence. */
export const notWarnedOf = (warned: readonly Pick<Warned, 'datasetId' | 'warnings'>[], rows: readonly WarningRow[]): FieldProblem[] =>
  rows.flatMap(({ idDataset, aturan }, index) => {
    const isFound = warned.some((one) => one.datasetId === idDataset && one.warnings.some(({ key }) => key === aturan));
    return isFound ? [] : [{ path: `peringatan.${index}`, message: { id: `Peringatan ini tidak ada pada dataset yang sedang diverifikasi (${aturan}). Muat ulang halaman ini.`, en: `There is no such warning in the data sets under verification (${aturan}). Load this page again.` } }];
  });
