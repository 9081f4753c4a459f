import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, FileAccess, FileStore, Problem, Transactions, type Text } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import type { Shape } from '../charts/map.js';
import { rejectAll } from '../shared/reject.js';
import { BoundaryEntity } from './boundary.entity.js';
import type { BoundaryRow, NewBoundary } from './boundary.schemas.js';
import { readBoundaries } from './read-boundaries.js';

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
  ) {}

  async list(): Promise<BoundaryRow[]> {
    const all = await this.newest();
    return all.map(({ id, source, level, codes, fileId, fileName, userName, at }) => ({ id, source, level, regions: codes.length, fileId, fileName, by: userName, at: at.toISOString() }));
  }

  async any(): Promise<boolean> {
    return (await this.database.read.count(BoundaryEntity)) > 0;
  }

  /** @throws a rejection that names every fault of the file. */
  async add({ fileId, property, source }: NewBoundary): Promise<BoundaryRow> {
    const file = await this.fileAccess.readable(fileId);
    if (file.size > MOST_BYTES) refuse([{ id: `Berkas ini lebih besar dari ${MOST_BYTES / 1_000_000} MB. Sederhanakan batasnya dahulu.`, en: `This file is larger than ${MOST_BYTES / 1_000_000} MB. Simplify the boundaries first.` }]);
    if ((await this.database.read.count(BoundaryEntity)) >= MOST_KEPT) refuse([{ id: `Paling banyak ${MOST_KEPT} berkas batas. Hapus yang tidak dipakai.`, en: `At most ${MOST_KEPT} files of boundaries. Delete those not in use.` }]);
    const read = readBoundaries((await this.files.read(fileId)).toString('utf8'), property);
    if (!('shapes' in read)) return refuse(read);
    const { id: userId, name: userName } = this.asker.required();
    const entity: BoundaryEntity = { id: uuidv7(), source, property, level: read.level, codes: read.shapes.map(({ code }) => code), fileId, fileName: file.name, sha256: file.sha256, userId, userName, at: this.clock.now() };
    await this.database.tx(async (db) => {
      await db.insert(BoundaryEntity, entity);
      await this.audit.write({ action: 'boundaries.added', subject: entity.id, detail: { level: read.level, regions: entity.codes.length, sha256: file.sha256 } });
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

  /** The outlines of these regions and of their neighbours in the same wider region; of the newest file that has most of them. Null where none has any. */
  async outlines(codes: readonly string[]): Promise<Outlines | null> {
    const wanted = new Set(codes);
    const found = (await this.newest()).map((one) => ({ one, has: one.codes.filter((code) => wanted.has(code)).length })).toSorted((a, b) => b.has - a.has)[0];
    if (!found || found.has === 0) return null;
    const around = new Set(codes.map(parent));
    return { source: found.one.source, shapes: (await this.shapesOf(found.one)).filter(({ code }) => around.has(parent(code))) };
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

const parent = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')));

function refuse(problems: readonly Text[]): never {
  rejectAll(problems.map((message) => ({ path: 'fileId', message })));
  throw new Error('Nothing to refuse');
}
