import { Injectable } from '@nestjs/common';
import { AuditLog, Problem, Transactions, type CodeLevel } from 'tertib';
import { reject, rejectAll } from '../shared/reject.js';
import { slugOf } from '../shared/slug.js';
import { CodeBook, LISTS_SCHEME } from './code-book.service.js';
import { CodeListEntity } from './code-list.entities.js';
import { listChanged, nothingToDo } from './code-list.problems.js';
import type { CodeEdit, NewList } from './code-list.schemas.js';
import { planCodes, type CodePlan } from './code-plan.js';
import type { CodeTable } from './code-table.js';
import { CodeVersions } from './code-versions.service.js';

const KEY = /^[a-z][a-z0-9-]{1,63}$/;

/** Lists made and codes written on the page. */
@Injectable()
export class CodeEdits {
  constructor(
    private readonly database: Transactions,
    private readonly book: CodeBook,
    private readonly versions: CodeVersions,
    private readonly audit: AuditLog,
  ) {}

  /** The scheme of the new list. */
  async create({ title, titleEn, key, levels = [] }: NewList): Promise<string> {
    const scheme = key || slugOf(title).slice(0, 64);
    if (!KEY.test(scheme)) reject('key', 'Kode pendek hanya boleh memuat huruf kecil, angka, dan tanda hubung, dan diawali huruf; misalnya jenis-pasar.', 'The short name has small letters, digits and hyphens only, and begins with a letter; for example jenis-pasar.');
    const all = await this.book.all();
    const taken = all.find((one) => one.scheme === scheme);
    if (taken || scheme === LISTS_SCHEME) reject(key ? 'key' : 'title', `Kode pendek “${scheme}” sudah dipakai daftar “${taken?.title.id ?? 'Daftar kode'}”. Pilih yang lain.`, `The short name “${scheme}” is that of the list “${taken?.title.en ?? 'Code lists'}” already. Choose another one.`);
    const named = levels.map((name): CodeLevel => ({ key: slugOf(name), title: { id: name, en: name } }));
    if (named.some(({ key: one }, index) => one === '' || named.findIndex((other) => other.key === one) !== index)) reject('levels', 'Setiap tingkat perlu nama sendiri.', 'Each level needs a name of its own.');
    await this.database.tx(async (db) => {
      await db.insert(CodeListEntity, { scheme, titleId: title, titleEn: titleEn || title, levels: named, version: 0 });
      await this.audit.write({ action: 'code-list.created', subject: scheme });
    });
    return scheme;
  }

  /** The list's new version. */
  async edit(scheme: string, { version, note, codes }: CodeEdit): Promise<number> {
    const table = await this.book.table(scheme);
    if (!table) throw Problem.notFound();
    if (table.facts.version !== version) throw listChanged();
    const plan = planCodes(table, codes.map((values, index) => ({ row: index, values: said(values) })), { paired: await this.paired(table) });
    rejectAll(plan.refused.map(({ row, field, message }) => ({ path: `codes.${row}.${field}`, message })));
    return this.keep(table, plan, note);
  }

  /** The list whose codes this one's pairs are. */
  async paired({ facts: { pairedWith } }: CodeTable): Promise<CodeTable | undefined> {
    return pairedWith ? this.book.table(pairedWith) : undefined;
  }

  private keep(table: CodeTable, plan: CodePlan, note: string): Promise<number> {
    if (plan.changes.length === 0) throw nothingToDo();
    return this.versions.apply(table, plan, { note });
  }
}

const said = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
