import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, FileAccess, FileStore, Problem, Transactions, type Text } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import type { Shape } from '../charts/map.js';
import { CodeBook } from '../code-lists/code-book.service.js';
import type { CodeTable } from '../code-lists/code-table.js';
import { pairsOf } from '../code-lists/column-codes.js';
import { REGION_SCHEME } from '../code-lists/region-scheme.js';
import { reject, rejectAll } from '../shared/reject.js';
import { codeProblems, levelsOf } from './boundary-codes.js';
import { BoundaryEntity } from './boundary.entity.js';
import type { BoundaryRow, NewBoundary } from './boundary.schemas.js';
import { readBoundaries, shortened } from './read-boundaries.js';

const MOST_BYTES = 8_000_000;
const MOST_KEPT = 50;

/** Outlines with what they are from. */
export interface Outlines {
  readonly shapes: readonly Shape[];
  readonly source: string;
}

/** The outlines of regions that maps are drawn from. Nothing is fetched from elsewhere: somebody of the office brings the file. */
@Injectable()
export class BoundaryService {
  /** The last file that was read; files never change. */
  private read: { readonly id: string; readonly shapes: readonly Shape[] } | null = null;

  constructor(
    private readonly database: Transactions,
    private readonly files: FileStore,
    private readonly fileAccess: FileAccess,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly book: CodeBook,
  ) {}

  async list(): Promise<BoundaryRow[]> {
    const [all, lists] = await Promise.all([this.newest(), this.book.all()]);
    const titleOf = (scheme: string) => lists.find((list) => list.scheme === scheme)?.title ?? { id: scheme, en: scheme };
    return all.map(({ id, source, level, codes, fileId, fileName, userName, at, scheme }) => ({ id, source, list: titleOf(scheme ?? REGION_SCHEME), level, regions: codes.length, fileId, fileName, by: userName, at: at.toISOString() }));
  }

  async any(): Promise<boolean> {
    return (await this.database.read.count(BoundaryEntity)) > 0;
  }

  /** @throws a rejection that names every fault of the file. */
  async add({ fileId, property, scheme, source }: NewBoundary): Promise<BoundaryRow> {
    const file = await this.fileAccess.readable(fileId);
    if (file.size > MOST_BYTES) refuse([{ id: `Berkas ini lebih besar dari ${MOST_BYTES / 1_000_000} MB. Sederhanakan batasnya dahulu.`, en: `This file is larger than ${MOST_BYTES / 1_000_000} MB. Simplify the boundaries first.` }]);
    if ((await this.database.read.count(BoundaryEntity)) >= MOST_KEPT) refuse([{ id: `Paling banyak ${MOST_KEPT} berkas batas. Hapus yang tidak dipakai.`, en: `At most ${MOST_KEPT} files of boundaries. Delete those not in use.` }]);
    const read = readBoundaries((await this.files.read(fileId)).toString('utf8'), property);
    if (!('shapes' in read)) return refuse(read);
    const codes = read.shapes.map(({ code }) => code);
    const level = await this.level(scheme, codes);
    const { id: userId, name: userName } = this.asker.required();
    const entity: BoundaryEntity = { id: uuidv7(), source, property, scheme, level, codes, fileId, fileName: file.name, sha256: file.sha256, userId, userName, at: this.clock.now() };
    await this.database.tx(async (db) => {
      await db.insert(BoundaryEntity, entity);
      await this.audit.write({ action: 'boundaries.added', subject: entity.id, detail: { scheme, level, regions: codes.length, sha256: file.sha256 } });
    });
    return (await this.list()).find(({ id }) => id === entity.id) as BoundaryRow;
  }

  async remove(id: string): Promise<void> {
    if (!(await this.database.read.findOneBy(BoundaryEntity, { id }))) throw Problem.notFound();
    await this.database.tx(async (db) => {
      await db.delete(BoundaryEntity, { id });
      await this.audit.write({ action: 'boundaries.removed', subject: id });
    });
  }

  /**
   * The outlines of these regions and of their neighbours in the same wider region; of the newest file that has most of them. A file with codes of the list that theirs is
   * paired with does as well. Null where none has any.
   */
  async outlines(codes: readonly string[], scheme: string): Promise<Outlines | null> {
    const wanted = new Set(codes);
    const table = await this.book.table(scheme);
    const files = await Promise.all((await this.newest()).map(async (one) => ({ one, called: await this.calledIn(table, one.scheme ?? REGION_SCHEME) })));
    const found = files.map((file) => ({ ...file, has: file.one.codes.filter((code) => wanted.has(file.called(code) ?? '')).length })).toSorted((a, b) => b.has - a.has)[0];
    if (!found || found.has === 0) return null;
    const outer = (code: string): string | null => table?.get(code)?.parent ?? null;
    const around = new Set(codes.map(outer));
    const shapes = (await this.shapesOf(found.one)).flatMap(({ code: written, rings }) => { const code = found.called(written); return code !== undefined && around.has(outer(code)) ? [{ code, rings }] : []; });
    return { source: found.one.source, shapes };
  }

  /** What a code of a file is in the list of those that are looked for. */
  private async calledIn(table: CodeTable | undefined, scheme: string): Promise<(code: string) => string | undefined> {
    if (!table || table.facts.scheme === scheme) return (code) => code;
    const other = await this.book.table(scheme);
    const paired = other && (other.facts.pairedWith === table.facts.scheme || table.facts.pairedWith === scheme) ? new Map(pairsOf(table, other)) : new Map<string, string>();
    return (code) => paired.get(code);
  }

  /** @throws a rejection that names every code that is none of the list's. */
  private async level(scheme: string, codes: readonly string[]): Promise<number> {
    const table = await this.book.table(scheme);
    if (!table) return reject('scheme', `Daftar kode “${scheme}” tidak ada. Pilih daftar lain.`, `There is no code list “${scheme}”. Choose another one.`);
    const problems = codeProblems(codes, table, await this.book.paired(table));
    if (problems.length > 0) refuse(shortened(problems));
    return levelsOf(codes, table)[0] ?? 0;
  }

  private newest(): Promise<BoundaryEntity[]> {
    return this.database.read.find(BoundaryEntity, { order: { at: 'DESC' }, take: MOST_KEPT });
  }

  private async shapesOf({ id, fileId, property }: BoundaryEntity): Promise<readonly Shape[]> {
    if (this.read?.id === id) return this.read.shapes;
    const read = readBoundaries((await this.files.read(fileId)).toString('utf8'), property);
    if (!('shapes' in read)) throw new Error(`The boundaries ${id} can no longer be read: ${read[0]?.en ?? ''}`);
    this.read = { id, shapes: read.shapes };
    return read.shapes;
  }
}

function refuse(problems: readonly Text[]): never {
  rejectAll(problems.map((message) => ({ path: 'fileId', message })));
  throw new Error('Nothing to refuse');
}
