import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { ReadTable } from '../../tables/index.js';
import type { Described, Finding, VerificationContext } from '../finding.js';
import { cutFinding } from './faults.js';
import type { FileLayout } from './scan.js';
import type { ScanProcess } from './scan-process.js';
import type { ScanOptions } from './scan-table.js';
import { writeRows, writeTable } from './write-table.js';

export type Running = Pick<ScanOptions, 'signal' | 'progress'>;

/** The check of a large table that was read before: written to a folder of its own, scanned there, and the folder removed. */
export async function scanRead(process: Pick<ScanProcess, 'scan'>, dataset: Described, table: ReadTable, { codes, settings, lastPeriod, before }: VerificationContext, options: ScanOptions): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), `tertib-verify-${pid}-`));
  try {
    const file = await writeTable(folder, 'table.csv', dataset.variables, table);
    const context = {
      codes, settings,
      lastPeriod: lastPeriod && (await writeRows(folder, 'last-period.csv', dataset.variables, lastPeriod)),
      before: before && (await writeRows(folder, 'before.csv', dataset.variables, before)),
    };
    const { findings, cuts } = await process.scan({ dataset: { variables: dataset.variables, rules: dataset.rules }, file, layout: layoutOf(table), context, kept: options.kept }, options);
    return [...cuts.map((cut) => cutFinding(cut, dataset, options.kept)), ...findings];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the rows, only those that the layout speaks of: the others' numbers are in the file. */
const layoutOf = ({ layout: { unreadable, rowNumbers, unknown, templateFits, columns } }: ReadTable): FileLayout => ({
  unreadable: unreadable.map((one, index) => ({ ...one, row: index })), rowNumbers: unreadable.map(({ row }) => rowNumbers[row] ?? 0), unknown, templateFits, columns,
});
