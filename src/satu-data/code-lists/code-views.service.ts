import { Injectable } from '@nestjs/common';
import { Clock, Problem, Settings, Transactions } from 'tertib';
import { officeTime } from '../shared/office-time.js';
import { CodeBook } from './code-book.service.js';
import { changeView } from './code-imports.service.js';
import { CodeSearch } from './code-search.js';
import { CodeChangeEntity, CodeVersionEntity } from './code-list.entities.js';
import type { ChangePage, CodePage, CodesQuery, CodeView, ListRow, VersionPage, VersionsQuery } from './code-list.schemas.js';
import type { OfficeCode } from './code-list.types.js';
import { isValid, type CodeTable, type ListFacts, type Span } from './code-table.js';
import { pairsOf } from './column-codes.js';

/** Lists of codes as the page shows them. */
@Injectable()
export class CodeViews {
  constructor(
    private readonly database: Transactions,
    private readonly book: CodeBook,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async lists(): Promise<ListRow[]> {
    const today = await this.today();
    return Promise.all((await this.book.all()).map(async ({ scheme, title, shipped, version }) => {
      const table = await this.table(scheme);
      const ended = table.codes.filter(({ validTo }) => validTo !== undefined && validTo < today.from).length;
      const last = version > 0 ? await this.database.read.findOneBy(CodeVersionEntity, { scheme, number: version }) : null;
      return { scheme, title, shipped, version, codes: table.codes.length - ended, ended, changedBy: last?.userName ?? null, changedAt: last?.at.toISOString() ?? null };
    }));
  }

  async codes(scheme: string, { q, page, limit, state, level }: CodesQuery): Promise<CodePage> {
    const table = await this.table(scheme);
    const today = await this.today();
    const bridge = await this.bridge(table);
    const fits = (one: OfficeCode): boolean => {
      if (level && one.level !== level) return false;
      return !(state === 'valid' ? !isValid(one, today) : state === 'ended' ? one.validTo === undefined || one.validTo >= today.from : state === 'unpaired' && (bridge.pairs.has(one.code) || !isValid(one, today)));
    };
    const found = CodeSearch.of(table).find(q, fits);
    const shown = found.slice((page - 1) * limit, page * limit);
    const { facts } = table;
    return {
      list: { scheme, title: facts.title, shipped: facts.shipped, version: facts.version, levels: facts.levels.map(({ key, title }) => ({ key, title })), pairedWith: bridge.facts ? { scheme: bridge.facts.scheme, title: bridge.facts.title, heldHere: facts.pairedWith !== undefined } : null },
      items: shown.map((one) => viewOf(one, table, bridge, today)), count: found.length, page, pages: Math.max(1, Math.ceil(found.length / limit)),
    };
  }

  async versions(scheme: string, { page, limit }: VersionsQuery): Promise<VersionPage> {
    await this.table(scheme);
    const [rows, count] = await this.database.read.findAndCount(CodeVersionEntity, { where: { scheme }, order: { number: 'DESC' }, skip: (page - 1) * limit, take: limit });
    return { items: rows.map(({ number, note, fileName, added, changed, ended, userName, at }) => ({ number, note, fileName, added, changed, ended, by: userName, at: at.toISOString() })), count, page, pages: Math.max(1, Math.ceil(count / limit)) };
  }

  async changes(scheme: string, number: number, { page, limit }: VersionsQuery): Promise<ChangePage> {
    const version = Number.isSafeInteger(number) ? await this.database.read.findOneBy(CodeVersionEntity, { scheme, number }) : null;
    if (!version) throw Problem.notFound();
    const [rows, count] = await this.database.read.findAndCount(CodeChangeEntity, { where: { versionId: version.id }, order: { position: 'ASC' }, skip: (page - 1) * limit, take: limit });
    return { items: rows.map(({ kind, before, after }) => changeView({ row: null, kind, before, after })), count, page, pages: Math.max(1, Math.ceil(count / limit)) };
  }

  async table(scheme: string): Promise<CodeTable> {
    const table = await this.book.table(scheme);
    if (!table) throw Problem.notFound();
    return table;
  }

  /** What a list's codes are in the other list of its bridge. */
  async bridge(table: CodeTable): Promise<Bridge> {
    const other = await this.book.paired(table);
    return { facts: other?.facts, other, pairs: new Map(pairsOf(table, other).map(([foreign, own]) => [own, foreign])) };
  }

  private async today(): Promise<Span> {
    const day = officeTime(await this.settings.get('timezone', 'Asia/Jakarta'))(this.clock.now()).slice(0, 10);
    return { from: day, to: day };
  }
}

interface Bridge {
  readonly facts: ListFacts | undefined;
  readonly other: CodeTable | undefined;
  readonly pairs: ReadonlyMap<string, string>;
}

function viewOf(one: OfficeCode, table: CodeTable, { other, pairs }: Bridge, today: Span): CodeView {
  const pair = pairs.get(one.code) ?? null;
  return {
    code: one.code, title: one.title, parent: one.parent, parentTitle: one.parent === null ? null : (table.get(one.parent)?.title ?? null), level: one.level ?? null, validFrom: one.validFrom ?? null, validTo: one.validTo ?? null,
    replacedBy: one.replacedBy ?? null, pair, pairTitle: pair === null ? null : (other?.get(pair)?.title ?? null), valid: isValid(one, today),
  };
}
