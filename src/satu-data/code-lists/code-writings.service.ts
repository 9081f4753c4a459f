import { setImmediate as turn } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Transactions } from 'tertib';
import { In, LessThan, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CodeChangeEntity, CodeWritingEntity } from './code-list.entities.js';
import { writingLost } from './code-list.problems.js';
import type { PlannedCode } from './code-plan.js';

/** Some milliseconds of work: between two parts others write. */
const PART = 250;
/** Without a word for so long, whoever wrote is gone, and what is written may be taken away. */
const LEFT_MS = 60_000;
/** A part takes milliseconds: what is silent for longer is not shown as under way, though it may only be slow. */
const SILENT_MS = 5_000;
const GIVEN_UP = -1;

/** Changes of a version on their way: written a part at a time, so that nobody waits for all of them, and seen by nobody before the version is there. */
@Injectable()
export class CodeWritings implements OnApplicationBootstrap {
  private readonly logger = new Logger(CodeWritings.name);

  constructor(
    private readonly database: Transactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A start does not wait for it, nor fail with it.
    void this.sweep().catch((error: unknown) => this.logger.error(error));
  }

  /** Writes all changes; {@link end} makes them count. What was begun and cannot be ended is taken away. */
  async write(scheme: string, versionId: string, changes: readonly PlannedCode[]): Promise<void> {
    await this.database.tx((db) => db.insert(CodeWritingEntity, { versionId, scheme, total: changes.length, written: 0, at: this.clock.now() }));
    for (let from = 0; from < changes.length; from += PART) {
      await turn();
      const part = changes.slice(from, from + PART).map(({ kind, before, after }, index) => ({ versionId, code: after.code, position: from + index, kind, before, after }));
      await this.database.tx(async (db) => {
        // Nothing is read back: of 80,000 codes that would take most of the time.
        await db.createQueryBuilder().insert().into(CodeChangeEntity).values(part as never).updateEntity(false).execute();
        const { affected } = await db.update(CodeWritingEntity, { versionId, written: from }, { written: from + part.length, at: this.clock.now() });
        if (affected !== 1) throw writingLost();
      });
    }
  }

  /** In the transaction that makes the version. @throws where not all of it is there any more. */
  async end(db: EntityManager, versionId: string, total: number): Promise<void> {
    const { affected } = await db.delete(CodeWritingEntity, { versionId, written: total });
    if (affected !== 1) throw writingLost();
  }

  /** How far the newest one of a list is; null where none is on its way. One whose process ended is not. */
  async progress(scheme: string): Promise<{ total: number; written: number } | null> {
    const [last] = await this.database.read.find(CodeWritingEntity, { where: { scheme, at: MoreThan(this.before(SILENT_MS)) }, order: { versionId: 'DESC' }, take: 1 });
    return last && last.written !== GIVEN_UP ? { total: last.total, written: last.written } : null;
  }

  /** Takes away what nobody writes any more. */
  async sweep(): Promise<void> {
    const left = await this.database.read.findBy(CodeWritingEntity, { at: LessThan(this.before(LEFT_MS)) });
    for (const { versionId, at } of left) await this.giveUp(versionId, at);
  }

  /** @param at - where it is another's: only while nobody has gone on with it. Marked first, so that it cannot be ended with a part of its changes. */
  async giveUp(versionId: string, at?: Date): Promise<void> {
    const { affected } = await this.database.tx((db) => db.update(CodeWritingEntity, { versionId, ...(at && { at }) }, { written: GIVEN_UP }));
    if (affected !== 1) return;
    for (;;) {
      const part = await this.database.read.find(CodeChangeEntity, { select: { code: true }, where: { versionId }, order: { code: 'ASC' }, take: PART });
      if (part.length === 0) break;
      await this.database.tx((db) => db.delete(CodeChangeEntity, { versionId, code: In(part.map(({ code }) => code)) }));
      await turn();
    }
    await this.database.tx((db) => db.delete(CodeWritingEntity, { versionId }));
  }

  private before(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() - milliseconds);
  }
}
