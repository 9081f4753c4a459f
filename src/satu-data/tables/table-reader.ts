import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FileStore } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { OfficeRules } from '../rules/office-rules.service.js';
import { headersOf } from './header-names.js';
import { LIMITS } from './limits.js';
import { readCsv } from './read-csv.js';
import { readGrid, type GridRow } from './read-grid.js';
import { UnreadableTable, USE_CSV, type ReadTable } from './table.types.js';
import { typeTable } from './type-table.js';
import { WorkbookThread } from './workbook-thread.js';

/** A stored file or rows of the grid. */
export type TableSource = { readonly fileId: string } | { readonly rows: readonly GridRow[] };

/** Reads what a producer hands in, as the data set describes it. */
@Injectable()
export class TableReader implements OnModuleDestroy {
  private readonly workbooks = new WorkbookThread();

  constructor(
    private readonly files: FileStore,
    private readonly rules: OfficeRules,
  ) {}

  /** @throws {UnreadableTable} where it is no table at all; what is wrong in cells is in the layout. */
  async read(source: TableSource, dataset: Pick<DatasetEntity, 'id' | 'variables' | 'decimalMark'>): Promise<ReadTable> {
    const signs = await this.rules.emptySigns();
    if ('rows' in source) return typeTable(readGrid(source.rows, dataset.variables), dataset, signs);
    const file = await this.files.get(source.fileId);
    if (file.size > LIMITS.bytes) throw new UnreadableTable(USE_CSV);
    const content = await this.files.read(source.fileId);
    const isWorkbook = content.subarray(0, 2).toString('latin1') === 'PK';
    return typeTable(isWorkbook ? await this.workbooks.read(content, dataset.variables.flatMap(headersOf)) : readCsv(content, dataset.variables), dataset, signs);
  }

  async onModuleDestroy(): Promise<void> {
    await this.workbooks.close();
  }
}
