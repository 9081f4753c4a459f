import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AuditLog, FileAccess, FileStore, Problem, Transactions } from 'tertib';
import { LIMITS } from '../tables/limits.js';
import { UnreadableTable } from '../tables/index.js';
import type { RawSheet } from '../tables/table.types.js';
import { WorkbookThread } from '../tables/workbook-thread.js';
import type { ListRowEntity } from './data-list.entities.js';
import type { ImportPlan, SheetImport } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { fieldWords } from './list-comparison.service.js';
import { ListEdit } from './list-edit.service.js';
import { LIST_HEADERS } from './list-columns.js';
import { LIST_FIELDS, textOf } from './list-fields.js';
import { planImport } from './list-import.js';
import { listPages } from './list-pages.js';
import { writeListSheet } from './list-sheet.js';
import { PortalLinks } from './portal-links.service.js';

const SHOWN = 200;

/** The list as a workbook, out and in. */
@Injectable()
export class ListSheets implements OnModuleDestroy {
  private readonly workbooks = new WorkbookThread();

  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly edit: ListEdit,
    private readonly files: FileAccess,
    private readonly store: FileStore,
    private readonly audit: AuditLog,
    private readonly links: PortalLinks,
  ) {}

  /** `address` is that of the portal, for links to what is public. */
  async write(caseId: string, address: string): Promise<Buffer> {
    await this.access.period(caseId);
    return writeListSheet(this.pages(caseId, address), await this.access.producers());
  }

  /** Without a fingerprint only says what would change; with the preview's, does all of it or nothing. */
  async import(caseId: string, { fileId, fingerprint }: SheetImport, address: string): Promise<ImportPlan> {
    await this.access.period(caseId);
    const [sheet, producers, stages] = [await this.read(fileId), await this.access.producers(), await this.access.stages(caseId)];
    const plan = planImport(sheet, await this.rows(caseId, address), producers, ({ stage }) => stages.includes(stage));
    const applied = fingerprint !== undefined;
    if (applied) {
      if (plan.errors.length > 0 || plan.fingerprint !== fingerprint) throw anotherPlan();
      await this.database.tx(async () => {
        await this.edit.apply(caseId, { changes: plan.changes.map(({ row: { id, version }, values }) => ({ id, version, values })), added: plan.added.map(({ values }) => values) });
        await this.audit.write({ action: 'data-list.imported', caseId, detail: { fileId, changed: plan.changes.length, added: plan.added.length } });
      });
    }
    return {
      fingerprint: plan.fingerprint, applied, added: plan.added.length, changed: plan.changes.length, unchanged: plan.unchanged, missing: plan.missing, refused: plan.errors.length, errors: plan.errors.slice(0, SHOWN).map(({ cell, message }) => ({ cell, message: { ...message } })),
      changes: plan.changes.slice(0, SHOWN).map(({ row, sheetRow, values }) => ({ row: sheetRow, name: textOf(row.values, 'nama'), fields: fieldWords(row.values, values, producers) })), names: plan.added.slice(0, SHOWN).map(({ values }) => values['nama'] ?? ''),
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.workbooks.close();
  }

  private async read(fileId: string): Promise<RawSheet> {
    const file = await this.files.readable(fileId);
    try {
      if (file.size > LIMITS.bytes) throw new UnreadableTable({ id: 'Berkas ini terlalu besar (paling besar 20 MB).', en: 'This file is too large (20 MB at most).' });
      return await this.workbooks.read(await this.store.read(fileId), LIST_HEADERS);
    } catch (error) {
      throw error instanceof UnreadableTable ? new Problem('data-list-sheet', 422, error.text) : error;
    }
  }

  private async *pages(periodId: string, address: string): AsyncGenerator<ListRowEntity[]> {
    for await (const page of listPages(this.database.read, periodId)) yield this.links.into(page, address);
  }

  /** What a workbook has of them. */
  private async rows(periodId: string, address: string): Promise<Pick<ListRowEntity, 'id' | 'version' | 'values'>[]> {
    const rows: Pick<ListRowEntity, 'id' | 'version' | 'values'>[] = [];
    for await (const page of this.pages(periodId, address)) rows.push(...page.map(({ id, version, values }) => ({ id, version, values: Object.fromEntries(LIST_FIELDS.map(({ key }) => [key, values[key]])) })));
    return rows;
  }
}

const anotherPlan = () =>
  new Problem('data-list-preview-old', 409, { id: 'Daftar data sudah berubah sejak pratinjau. Tidak ada yang disimpan; periksa pratinjau yang baru.', en: 'The list has changed since the preview. Nothing was kept; look at the new preview.' });
