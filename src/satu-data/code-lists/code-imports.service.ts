import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FileAccess, FileStore, Problem } from 'tertib';
import { columnLetter } from '../tables/column-letter.js';
import { normal } from '../tables/header-names.js';
import { UnreadableTable } from '../tables/index.js';
import { LIMITS } from '../tables/limits.js';
import { readCsv } from '../tables/read-csv.js';
import type { RawSheet } from '../tables/table.types.js';
import { WorkbookThread } from '../tables/workbook-thread.js';
import { CodeBook } from './code-book.service.js';
import { CodeEdits } from './code-edit.service.js';
import { fieldsOf } from './code-fields.js';
import { nothingToDo, previewOld } from './code-list.problems.js';
import type { CodeChange, CodeImport, ImportResult } from './code-list.schemas.js';
import { planCodes, type CodePlan, type PlannedCode } from './code-plan.js';
import { CODE_COLUMNS, CODE_HEADERS, CODE_VARIABLES, readCodeSheet } from './code-sheet.js';
import { CodeUses } from './code-uses.service.js';
import { CodeVersions } from './code-versions.service.js';

const SHOWN = 200;

/** A list as a file: what it would change is shown first, then all of it is done or nothing. */
@Injectable()
export class CodeImports implements OnModuleDestroy {
  private readonly workbooks = new WorkbookThread();

  constructor(
    private readonly book: CodeBook,
    private readonly edits: CodeEdits,
    private readonly versions: CodeVersions,
    private readonly usesOf: CodeUses,
    private readonly files: FileAccess,
    private readonly store: FileStore,
  ) {}

  async import(scheme: string, { fileId, note, endMissing, fingerprint }: CodeImport): Promise<ImportResult> {
    const table = await this.book.table(scheme);
    if (!table) throw Problem.notFound();
    const file = await this.files.readable(fileId);
    const sheet = await this.read(file);
    const { given, problems, headers } = readCodeSheet(sheet, table.facts);
    const plan = planCodes(table, given, { paired: await this.edits.paired(table), endMissing });
    const places = new Map(headers.map((header, index) => [normal(header), columnLetter(index + 1)]));
    const unread = new Set(problems.map(({ cell }) => cell));
    // A cell that could not be read is not empty besides.
    const ofCodes = plan.refused.map(({ row, field, code, message }) => ({ row, cell: cellOf(places, field, row), code, message })).filter(({ cell }) => cell === null || !unread.has(cell));
    const refused = [...problems.map((one) => ({ row: null, code: '', ...one })), ...ofCodes];
    const applied = fingerprint !== undefined;
    if (applied) {
      if (refused.length > 0 || plan.fingerprint !== fingerprint) throw previewOld();
      if (plan.changes.length === 0) throw nothingToDo();
    }
    const version = applied ? await this.versions.apply(table, plan, { note, file }) : table.facts.version;
    const ended = new Set(plan.changes.filter(({ kind }) => kind === 'ended').map(({ after }) => after.code));
    const uses = await this.usesOf.of(scheme, ended);
    return { ...counts(plan), applied, version, refused: refused.length, problems: refused.slice(0, SHOWN).map(({ message, ...one }) => ({ ...one, message: { ...message } })), changes: plan.changes.slice(0, SHOWN).map(changeView), uses: uses.map((one) => ({ ...one, codes: [...one.codes] })) };
  }

  async onModuleDestroy(): Promise<void> {
    await this.workbooks.close();
  }

  private async read({ id, size }: { readonly id: string; readonly size: number }): Promise<RawSheet> {
    try {
      if (size > LIMITS.bytes) throw new UnreadableTable({ id: 'Berkas ini terlalu besar (paling besar 20 MB).', en: 'This file is too large (20 MB at most).' });
      const content = await this.store.read(id);
      return content.subarray(0, 2).toString('latin1') === 'PK' ? await this.workbooks.read(content, CODE_HEADERS) : readCsv(content, CODE_VARIABLES);
    } catch (error) {
      throw error instanceof UnreadableTable ? new Problem('code-list-sheet', 422, error.text) : error;
    }
  }
}

const counts = ({ changes, unchanged, missing, notBegun, fingerprint }: CodePlan) => {
  const count = (kind: PlannedCode['kind']): number => changes.filter((one) => one.kind === kind).length;
  return { fingerprint, added: count('added'), changed: count('changed'), ended: count('ended'), unchanged, missing, notBegun };
};

export const changeView = ({ row, kind, before, after }: PlannedCode): CodeChange => ({ row, code: after.code, kind, before: before && fieldsOf(before), after: fieldsOf(after) });

function cellOf(places: ReadonlyMap<string, string>, field: string, row: number): string | null {
  const label = CODE_COLUMNS.find((one) => one.field === field)?.label;
  const letter = label && (places.get(normal(label.id)) ?? places.get(normal(label.en)));
  return letter ? `${letter}${row}` : null;
}
