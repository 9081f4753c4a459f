import { Injectable } from '@nestjs/common';
import { CodeRegistry, Transactions, type CodeList, type CodeListSource } from 'tertib';
import { SHIPPED_LISTS } from '../reference/index.js';
import { CodeEntity, CodeListEntity } from './code-list.entities.js';
import type { OfficeCode } from './code-list.types.js';
import { CodeTable, type ListFacts } from './code-table.js';

/** The list of all lists: a field of a form may let people choose one. */
export const LISTS_SCHEME = 'daftar-kode';

const SHIPPED = new Map(SHIPPED_LISTS.map((list) => [list.scheme, list]));

/** Every list of codes as it is now: what came with the application, and over it what the office has made of it. */
@Injectable()
export class CodeBook implements CodeListSource {
  /** The version that was read last of each list; whoever asks for another one reads it anew. */
  private readonly tables = new Map<string, { readonly version: number; readonly table: Promise<CodeTable> }>();

  constructor(
    private readonly database: Transactions,
    registry: CodeRegistry,
  ) {
    registry.follow(this);
  }

  /** For the forms. */
  async lists(): Promise<CodeList[]> {
    const all = await this.all();
    const lists = all.map(({ scheme, title, levels, version }): CodeList => ({ scheme, title, levels, version: String(version), codes: async () => (await this.table(scheme))?.codes ?? [] }));
    const titles = all.map(({ scheme, title }) => ({ code: scheme, title, parent: null }));
    return [...lists, { scheme: LISTS_SCHEME, title: { id: 'Daftar kode', en: 'Code lists' }, version: JSON.stringify(titles), codes: () => titles }];
  }

  async all(): Promise<ListFacts[]> {
    const kept = new Map((await this.database.read.find(CodeListEntity, { order: { scheme: 'ASC' } })).map((one) => [one.scheme, one]));
    const shipped = [...SHIPPED.values()].map(({ scheme, title, levels = [], pairedWith }): ListFacts => ({ scheme, title, levels, pairedWith, shipped: true, version: kept.get(scheme)?.version ?? 0 }));
    const own = [...kept.values()].filter(({ scheme }) => !SHIPPED.has(scheme)).map(({ scheme, titleId, titleEn, levels, version }): ListFacts => ({ scheme, title: { id: titleId, en: titleEn }, levels, shipped: false, version }));
    return [...shipped, ...own];
  }

  /** Nothing for a list that is not there. */
  async table(scheme: string): Promise<CodeTable | undefined> {
    const facts = (await this.all()).find((one) => one.scheme === scheme);
    if (!facts) return undefined;
    const read = this.tables.get(scheme);
    if (read?.version === facts.version) return read.table;
    const table = this.read(facts);
    this.tables.set(scheme, { version: facts.version, table });
    table.catch(() => this.tables.delete(scheme));
    return table;
  }

  private async read(facts: ListFacts): Promise<CodeTable> {
    const own = await this.database.read.find(CodeEntity, { where: { scheme: facts.scheme }, order: { position: 'ASC' } });
    return CodeTable.of(facts, SHIPPED.get(facts.scheme)?.codes() ?? [], own.map(codeOf));
  }
}

/** As it is kept; what is not said is left out. */
export function codeOf({ code, titleId, titleEn, parent, level, validFrom, validTo, replacedBy, pair }: CodeEntity): OfficeCode {
  return { code, title: { id: titleId, en: titleEn }, parent, ...(level && { level }), ...(validFrom && { validFrom }), ...(validTo && { validTo }), ...(replacedBy && { replacedBy }), ...(pair && { pair }) };
}
