import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, type AuditEvent } from '../../sdk/index.js';
import { Database, requestContext } from '../kernel/index.js';
import { FIRST_LINK, linkHash } from './audit-chain.js';
import { AuditEntity } from './audit.entity.js';

const BATCH = 500;

/** Entries are written in the caller's transaction; one sealer chains them after the commit, so that the chain does not serialise writers. */
@Injectable()
export class AuditService extends AuditLog implements OnApplicationBootstrap {
  private readonly logger = new Logger(AuditService.name);
  private sealing: Promise<void> = Promise.resolve();

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
    const who = this.asker.current();
    await this.database.tx((db) => db.insert(AuditEntity, {
      id: uuidv7(),
      at: this.clock.now(),
      action: event.action,
      userId: who?.id ?? null,
      userName: who?.name ?? null,
      caseId: event.caseId ?? null,
      officeId: event.officeId ?? null,
      subject: event.subject?.slice(0, 255) ?? null,
      detail: { ...event.detail } as object,
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

  /** Chains what is not yet chained; calls that come together share one run after the other. */
  seal(): Promise<void> {
    this.sealing = this.sealing.then(() => this.sealAll()).catch((error: unknown) => this.logger.error(error));
    return this.sealing;
  }

  /** The first broken link's sequence, or null when the whole chain holds. */
  async verify(): Promise<number | null> {
    let previous = FIRST_LINK;
    for (let sequence = 1; ; sequence++) {
      const entry = await this.database.read.findOneBy(AuditEntity, { sequence });
      if (!entry) return (await this.database.read.countBy(AuditEntity, { sequence: Not(IsNull()) })) === sequence - 1 ? null : sequence;
      if (entry.previous !== previous || entry.hash !== linkHash(entry, sequence, previous)) return sequence;
      previous = entry.hash;
    }
  }

  private async sealAll(): Promise<void> {
    for (;;) {
      const sealed = await this.database.tx(async (db) => {
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
