import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { CodeRegistry, Transactions, type CodeList, type CodeListSource } from 'tertib';
import { CodeChangeEntity, CodeListEntity, CodeVersionEntity } from './code-list.entities.js';
import type { OfficeCode } from './code-list.types.js';
import type { CodeTable, ListFacts } from './code-table.js';
import { SHIPPED_FACTS, shippedTable } from './shipped-tables.js';

/** The list of all lists: a field of a form may let people choose one. */
export const LISTS_SCHEME = 'daftar-kode';

/** Read at once before others get their turn. */
const PART = 5_000;

const SHIPPED = new Set(SHIPPED_FACTS.map(({ scheme }) => scheme));

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
    const shipped = SHIPPED_FACTS.map((facts): ListFacts => ({ ...facts, version: kept.get(facts.scheme)?.version ?? 0 }));
    const own = [...kept.values()].filter(({ scheme }) => !SHIPPED.has(scheme)).map(({ scheme, titleId, titleEn, levels, version }): ListFacts => ({ scheme, title: { id: titleId, en: titleEn }, levels, shipped: false, version }));
    return [...shipped, ...own];
  }

  /** Nothing for a list that is not there. */
  async table(scheme: string): Promise<CodeTable | undefined> {
    return (await this.tablesOf([scheme])).get(scheme);
  }

  /** Of several lists those that are there; which they are now is asked once. */
  async tablesOf(schemes: readonly string[]): Promise<Map<string, CodeTable>> {
    const asked = new Set(schemes);
    const facts = asked.size > 0 ? (await this.all()).filter(({ scheme }) => asked.has(scheme)) : [];
    return new Map(await Promise.all(facts.map(async (one) => [one.scheme, await this.kept(one)] as const)));
  }

  private kept(facts: ListFacts): Promise<CodeTable> {
    const { scheme, version } = facts;
    const read = this.tables.get(scheme);
    if (read?.version === version) return read.table;
    const table = this.read(facts);
    this.tables.set(scheme, { version, table });
    table.catch(() => this.tables.delete(scheme));
    return table;
  }

  private async read(facts: ListFacts): Promise<CodeTable> {
    const shipped = await shippedTable(facts);
    return facts.version === 0 ? shipped : shipped.changed(facts, this.changes(facts));
  }

  /** The list on the other side of the bridge, whichever of the two says so. */
  async paired({ facts: { scheme, pairedWith } }: CodeTable): Promise<CodeTable | undefined> {
    const all = await this.all();
    const other = pairedWith === undefined ? all.find((one) => one.pairedWith === scheme) : all.find((one) => one.scheme === pairedWith);
    return other && this.kept(other);
  }

  /** What each of its versions made of codes, in their order. */
  private async *changes({ scheme, version }: ListFacts): AsyncGenerator<OfficeCode[]> {
    const versions = await this.database.read.find(CodeVersionEntity, { select: { id: true }, where: { scheme, number: LessThanOrEqual(version) }, order: { number: 'ASC' } });
    for (const { id } of versions) {
      const changes: { readonly position: number; readonly after: string }[] = [];
      for (let last: string | undefined; ;) {
        const part = await this.part(id, last);
        changes.push(...part);
        if (part.length < PART) break;
        last = part.at(-1)?.code;
      }
      yield changes.toSorted((a, b) => a.position - b.position).map(({ after }) => JSON.parse(after) as OfficeCode);
    }
  }

  /** By the code, as they are indexed. */
  private part(versionId: string, last: string | undefined): Promise<{ code: string; position: number; after: string }[]> {
    const query = this.database.read.createQueryBuilder(CodeChangeEntity, 'change').select('change.code', 'code').addSelect('change.position', 'position').addSelect('change.after', 'after').where('change.versionId = :versionId', { versionId });
    if (last !== undefined) query.andWhere('change.code > :last', { last });
    return query.orderBy('change.code', 'ASC').limit(PART).getRawMany();
  }
}
