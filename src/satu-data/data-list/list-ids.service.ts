import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type FieldProblem } from 'tertib';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { inChunks } from '../shared/in-chunks.js';
import { updateRows } from '../shared/update-rows.js';
import { ListRowEntity } from './data-list.entities.js';
import { ListAccess } from './list-access.js';
import { fieldChanges, ListChanges } from './list-changes.js';
import { textOf, type RowValues } from './list-fields.js';
import { lockRows } from './list-locks.js';
import { holdUnchanged, revisionAfter } from './list-revision.js';
import { rowField } from './row-field.js';

/** A row that has no ID DDD of its own: blank, or a dash. */
const NONE = /^[-–—]?$/;
const NUMBERED = /^(.+)-(\d{1,15})$/;
const KEYS: ReadonlySet<string> = new Set(['values', 'version', 'comparedTo', 'updatedAt']);
const norm = (code: string): string => code.trim().toLowerCase();

type Unnumbered = Pick<ListRowEntity, 'id'> & { readonly officeId: string };

/** The IDs of a list, row by row in its order: each is there once, and those that lack one are remembered. */
export class ListedIds {
  private readonly first = new Map<string, { readonly number: number; readonly name: string }>();
  readonly lacking: Unnumbered[] = [];

  get taken(): Iterable<string> {
    return this.first.keys();
  }

  /** Says which row has the same one. */
  problems({ id, values }: Pick<ListRowEntity, 'id' | 'values'>, number: number): FieldProblem[] {
    const code = textOf(values, 'idDdd').trim();
    if (NONE.test(code)) {
      this.lacking.push({ id, officeId: textOf(values, 'produsen') });
      return [];
    }
    const before = this.first.get(norm(code));
    if (!before) this.first.set(norm(code), { number, name: textOf(values, 'nama') });
    return before ? [{ path: 'idDdd', message: {
      id: `“${code}” sudah menjadi ID baris ${before.number}${before.name ? ` (${before.name})` : ''}. Bila belum punya ID sendiri, kosongkan: nomor berikutnya diisikan saat daftar diserahkan.`,
      en: `“${code}” is the ID of row ${before.number}${before.name ? ` (${before.name})` : ''} already. Where it has none of its own yet, leave it blank: the next number is filled in when the list is handed in.`,
    } }] : [];
  }
}

/** Rows without an ID DDD get the next number of their office when the list is handed in: one that no row of this list or of an earlier one has had. It is written into the row, so that grid, workbook, register and the next period all say the same. */
@Injectable()
export class ListIds {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly written: ListChanges,
    private readonly clock: Clock,
  ) {}

  /** Answers the list's revision then. @throws where somebody has changed the list since it had this one. */
  async give(periodId: string, revision: string, ids: ListedIds): Promise<string> {
    if (ids.lacking.length === 0) return revision;
    const given = await this.numbers(periodId, ids);
    let held = revision;
    await inChunks(ids.lacking, async (some) => {
      await this.database.tx(async (db) => {
        await holdUnchanged(db, periodId, held);
        await this.write(db, some.map(({ id }) => id), given);
      });
      held = revisionAfter(held, some.length);
    });
    return held;
  }

  private async write(db: EntityManager, ids: readonly string[], given: ReadonlyMap<string, string>): Promise<void> {
    await lockRows(db, ids);
    const rows = await db.findBy(ListRowEntity, { id: In([...ids]) });
    const next = rows.map((row) => ({ ...row, version: row.version + 1, values: { ...row.values, idDdd: given.get(row.id) ?? '' } as RowValues, comparedTo: null, updatedAt: this.clock.now() }));
    await updateRows(db, ListRowEntity, KEYS, next);
    // Nobody has typed it.
    await this.written.write(db, next.flatMap((row, index) => fieldChanges(row, rows[index]?.values ?? {}, row.values)), null);
  }

  /** By row. What a data set of an earlier round is called already it stays. */
  private async numbers(periodId: string, { lacking, taken }: ListedIds): Promise<ReadonlyMap<string, string>> {
    const { read } = this.database;
    const producers = await this.access.producers();
    const all = new Set(taken);
    const given = new Map<string, string>();
    await inChunks(lacking.map(({ id }) => id), async (some) => {
      for (const { id, code } of await read.find(DatasetEntity, { select: { id: true, code: true }, where: { id: In(some) } })) {
        if (!all.has(norm(code))) given.set(id, code);
        all.add(norm(code));
      }
    });
    for (const code of await this.before(periodId, [...new Set(lacking.map(({ officeId }) => officeId))])) all.add(norm(code));
    const last = new Map<string, number>();
    for (const code of all) {
      const [, office = '', number] = NUMBERED.exec(code) ?? [];
      if (number !== undefined) last.set(office, Math.max(last.get(office) ?? 0, Number(number)));
    }
    for (const { id, officeId } of lacking) {
      if (given.has(id)) continue;
      const code = producers.get(officeId.toLowerCase())?.code ?? officeId;
      const number = (last.get(norm(code)) ?? 0) + 1;
      last.set(norm(code), number);
      given.set(id, `${code}-${String(number).padStart(3, '0')}`);
    }
    return given;
  }

  /** What rows that were taken out had, who can be put back, and what was listed of these offices in any period. */
  private async before(periodId: string, officeIds: readonly string[]): Promise<string[]> {
    const { read } = this.database;
    const removed = await read.createQueryBuilder(ListRowEntity, 'r').select(rowField(read, 'idDdd'), 'code').where({ periodId, removedAt: Not(IsNull()) }).getRawMany<{ code: string | null }>();
    const codes = removed.flatMap(({ code }) => code ?? []);
    await inChunks(officeIds, async (some) => {
      const found = await read.createQueryBuilder(DatasetEntity, 'd').select('DISTINCT d.code', 'code').where({ officeId: In(some) }).getRawMany<{ code: string }>();
      codes.push(...found.map(({ code }) => code));
    });
    return codes;
  }
}
