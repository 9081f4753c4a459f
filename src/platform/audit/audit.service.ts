import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Between, IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, type AuditEvent } from '../../sdk/index.js';
import { Database, requestContext, takeTurn } from '../kernel/index.js';
import { FIRST_LINK, linkHash } from './audit-chain.js';
import { AuditEntity } from './audit.entity.js';

const BATCH = 500;

/** What a walk along the chain found. */
export interface ChainState {
  /** Sealed entries up to the first broken link, or all of them. */
  readonly length: number;
  /** The last good link's hash; kept elsewhere, it also shows whether the newest lines were cut off. */
  readonly head: string;
  /** Sequence of the first link that does not hold; null when the whole chain does. */
  readonly brokenAt: number | null;
  /** Committed entries that the sealer has not reached yet. */
  readonly unsealed: number;
}

/** Entries are written in the caller's transaction; one sealer chains them after the commit, so that the chain does not serialise writers. */
@Injectable()
export class AuditService extends AuditLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditService.name);
  private sealing: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly asker: Asker,
  ) {
    super();
  }

  /** What a crash left unsealed. */
  async onApplicationBootstrap(): Promise<void> {
    await this.seal();
  }

  async write(event: AuditEvent): Promise<void> {
    const seenAs = this.asker.current();
    const viewer = requestContext.viewer();
    const who = viewer ?? seenAs;
    await this.database.tx((db) => db.insert(AuditEntity, {
      id: uuidv7(),
      at: this.clock.now(),
      action: event.action,
      userId: who?.id ?? null,
      userName: who?.name ?? null,
      caseId: event.caseId ?? null,
      officeId: event.officeId ?? null,
      subject: event.subject?.slice(0, 255) ?? null,
      detail: { ...event.detail, ...(viewer && { seenAs: seenAs?.name }) } as object,
      correlationId: requestContext.correlationId(),
      sequence: null,
      previous: null,
      hash: null,
    }));
    this.database.afterCommit(() => void this.seal());
  }

  async ofCase(caseId: string): Promise<Readonly<Record<string, unknown>>[]> {
    return (await this.database.read.find(AuditEntity, { where: { caseId }, order: { id: 'ASC' } })).map((entry) => ({ ...entry }));
  }

  /** Before the database closes; what still comes later is sealed at the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sealing;
  }

  /** Chains what is not yet chained. Calls that come during a run share the next one. */
  seal(): Promise<void> {
    this.waiting ??= this.sealing = this.sealing.then(async () => {
      this.waiting = null;
      await this.sealAll().catch((error: unknown) => this.logger.error(error));
    });
    return this.waiting;
  }

  /** Walks the whole chain. */
  async verify(): Promise<ChainState> {
    const { read } = this.database;
    const [sealed, unsealed] = await Promise.all([read.countBy(AuditEntity, { sequence: Not(IsNull()) }), read.countBy(AuditEntity, { sequence: IsNull() })]);
    let [length, head] = [0, FIRST_LINK];
    for (;;) {
      const batch = await read.find(AuditEntity, { where: { sequence: Between(length + 1, length + BATCH) }, order: { sequence: 'ASC' } });
      for (const entry of batch) {
        const sequence = length + 1;
        if (entry.sequence !== sequence || entry.previous !== head || entry.hash !== linkHash(entry, sequence, head)) return { length, head, brokenAt: sequence, unsealed };
        [length, head] = [sequence, entry.hash];
      }
      // A whole batch that is missing leaves nothing to compare, but the count tells.
      if (batch.length < BATCH) return { length, head, brokenAt: length < sealed ? length + 1 : null, unsealed };
    }
  }

  private async sealAll(): Promise<void> {
    for (;;) {
      const sealed = await this.database.tx(async (db) => {
        await takeTurn(db, 'audit-seal');
        const [last] = await db.find(AuditEntity, { where: { sequence: Not(IsNull()) }, order: { sequence: 'DESC' }, take: 1 });
        const open = await db.find(AuditEntity, { where: { sequence: IsNull() }, order: { id: 'ASC' }, take: BATCH });
        let [sequence, previous] = [last?.sequence ?? 0, last?.hash ?? FIRST_LINK];
        for (const entry of open) {
          const hash = linkHash(entry, ++sequence, previous);
          await db.update(AuditEntity, { id: entry.id }, { sequence, previous, hash });
          previous = hash;
        }
        return open.length;
      });
      if (sealed < BATCH) return;
    }
  }
}
