import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadTable } from '../../tables/index.js';
import type { Described, Finding, VerificationContext } from '../finding.js';
import { cutFinding } from './faults.js';
import { scanTable, type ScanOptions } from './scan-table.js';
import { writeRows, writeTable } from './write-table.js';

export type Running = Pick<ScanOptions, 'signal' | 'progress'>;

/** The check of a large table that was read before: written to a folder of its own, scanned there, and the folder removed. */
export async function scanRead(dataset: Described, table: ReadTable, { regions, lastPeriod, before }: VerificationContext, options: ScanOptions): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-verify-'));
  try {
    const file = await writeTable(folder, 'table.csv', dataset.variables, table);
    const context = {
      regions,
      lastPeriod: lastPeriod && (await writeRows(folder, 'last-period.csv', dataset.variables, lastPeriod)),
      before: before && (await writeRows(folder, 'before.csv', dataset.variables, before)),
    };
    const { findings, cuts } = await scanTable(dataset, file, table.layout, context, options);
    return [...cuts.map((cut) => cutFinding(cut, dataset, options.kept)), ...findings];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
