import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { safeText } from '../tables/safe-text.js';
import { DATA_SHEET } from '../tables/template-names.js';
import { fieldsOf } from './code-fields.js';
import { CODE_COLUMNS } from './code-sheet.js';
import type { CodeTable } from './code-table.js';
import { CodeViews } from './code-views.service.js';

/** Between two batches others get their turn, and the workbook is written out: a list of 90,000 codes holds up nobody. */
const BATCH = 500;

/** A list as a workbook that can be uploaded again. */
@Injectable()
export class CodeExport {
  private readonly logger = new Logger(CodeExport.name);

  constructor(private readonly views: CodeViews) {}

  async of(scheme: string): Promise<Readable> {
    const table = await this.views.table(scheme);
    const out = new PassThrough();
    void this.write(table, out).catch((error: unknown) => {
      this.logger.error(error);
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return out;
  }

  private async write(table: CodeTable, out: PassThrough): Promise<void> {
    const { default: ExcelJS } = await import('@protobi/exceljs');
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = book.addWorksheet(DATA_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
    // Pairs are written in the list that holds them, and only there can they be read back.
    const columns = CODE_COLUMNS.filter(({ field }) => (field !== 'pair' || table.facts.pairedWith !== undefined) && (field !== 'level' || table.facts.levels.length > 0));
    sheet.columns = columns.map(({ label, width }) => ({ header: label.id, width, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    for (const [index, code] of table.codes.entries()) {
      const fields = { code: code.code, ...fieldsOf(code) };
      sheet.addRow(columns.map(({ field }) => safeText(fields[field]))).commit();
      if (index % BATCH === 0) await turn();
    }
    sheet.commit();
    await book.commit();
  }
}
