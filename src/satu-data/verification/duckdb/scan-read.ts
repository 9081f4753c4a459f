import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { ReadTable } from '../../tables/index.js';
import type { Described, VerificationContext } from '../finding.js';
import type { Looked } from '../looked.js';
import { firstUnreadable, KEPT } from './faults.js';
import type { FileLayout } from './scan.js';
import type { ScanProcess } from './scan-process.js';
import type { ScanOptions } from './scan-table.js';
import type { TableFile } from './table-file.js';
import { writeRows, writeTable } from './write-table.js';

export type Running = Pick<ScanOptions, 'signal' | 'progress'>;

/** Rows in memory, or who puts them into the folder of the check. */
type Earlier = VerificationContext['before'] | ((folder: string) => Promise<TableFile | undefined>);
type Context = Pick<VerificationContext, 'codes' | 'settings' | 'remeasured'> & { readonly lastPeriod?: Earlier; readonly before?: Earlier };

/** The check of a large table that was read before: written to a folder of its own, scanned there, and the folder removed. */
export async function scanRead(process: Pick<ScanProcess, 'scan'>, dataset: Described, table: ReadTable, { codes, settings, remeasured, lastPeriod, before }: Context, options: ScanOptions): Promise<Looked> {
  const folder = await mkdtemp(join(tmpdir(), `tertib-verify-${pid}-`));
  try {
    const file = await writeTable(folder, 'table.csv', dataset.variables, table);
    const context = {
      codes, settings, remeasured,
      lastPeriod: await earlierFile(folder, 'last-period.csv', dataset, lastPeriod),
      before: await earlierFile(folder, 'before.csv', dataset, before),
    };
    return await process.scan({ dataset: { variables: dataset.variables, rules: dataset.rules }, file, layout: layoutOf(table, options.kept ?? KEPT), context, kept: options.kept }, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const earlierFile = async (folder: string, name: string, { variables }: Described, rows: Earlier): Promise<TableFile | undefined> =>
  typeof rows === 'function' ? rows(folder) : rows && writeRows(folder, name, variables, rows);

/** Of the rows, only those of cells that are named: the others' numbers are in the file. */
function layoutOf({ layout: { source, unreadable: all, rowNumbers, unknown, remarks, renamed, templateFits, columns } }: ReadTable, kept: number): FileLayout {
  const unreadable = firstUnreadable(all, kept);
  return { source, unreadable: unreadable.map((one, index) => ({ ...one, row: index })), rowNumbers: unreadable.map(({ row }) => rowNumbers[row] ?? 0), unknown, ...(remarks && { remarks }), ...(renamed && { renamed }), templateFits, columns };
}
