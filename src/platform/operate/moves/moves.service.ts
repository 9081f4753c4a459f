import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { AuditLog, Transactions } from '../../../sdk/index.js';
import { CommandEntity, Deliverer, Feed, IncidentEntity, Outbox } from '../../cases/index.js';
import { DraftEntity } from '../../tasks/index.js';
import { OperateProblem } from '../operate.problems.js';
import { consequences, hashOf } from './consequences.js';
import type { ConsequencesSchema, MoveBody, MovedSchema, MoveQuery, PlacesSchema } from './move.schemas.js';
import { CaseStanding, type Standing } from './standing.service.js';
import { targets } from './ways.js';

/** How long the person waits for the engine; after that they are told that it will be done. */
const PATIENCE_MS = 8_000;

/** Takes a token to another step: what it brings about is told first; who, why and what stand in the audit log. */
@Injectable()
export class Moves {
  constructor(
    private readonly standing: CaseStanding,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly deliverer: Deliverer,
    private readonly feed: Feed,
    private readonly audit: AuditLog,
  ) {}

  async places(caseId: string): Promise<z.infer<typeof PlacesSchema>> {
    return (await this.standing.of(caseId)).map(({ activity, instance, ways, processName, why }) => ({
      activityId: activity.id, elementId: activity.elementId, name: ways.steps.get(activity.elementId)?.name ?? activity.elementId, processName, label: instance.label, targets: why ? [] : targets(ways), why,
    }));
  }

  async preview(caseId: string, { activity, to }: z.infer<typeof MoveQuery>): Promise<z.infer<typeof ConsequencesSchema>> {
    const sentences = await this.told(await this.standing.one(caseId, activity), to);
    return { sentences, hash: hashOf(sentences) };
  }

  /** @throws 409 where something else would come of it by now than was read. */
  async move(caseId: string, { activity, to, reason, seen }: z.infer<typeof MoveBody>): Promise<z.infer<typeof MovedSchema>> {
    const from = await this.standing.one(caseId, activity);
    const sentences = await this.told(from, to);
    if (hashOf(sentences) !== seen) throw OperateProblem.moveOutdated();
    const id = await this.transactions.tx(async () => {
      await this.audit.write({ action: 'case.step-moved', caseId, subject: activity, detail: { from: from.activity.elementId, to, reason, told: sentences.map(({ id: text }) => text) } });
      return this.outbox.enqueue({ key: `move:${uuidv7()}`, caseId, kind: 'move', payload: { instanceId: from.instance.id, activityId: activity, to, reason } });
    });
    await this.deliverer.settled(id, PATIENCE_MS);
    const { state } = await this.transactions.read.findOneByOrFail(CommandEntity, { id });
    if (state === 'conflict') throw OperateProblem.tokenGone();
    if (state === 'failed') throw OperateProblem.moveRefused();
    if (state === 'done') await this.feed.sync();
    return { state: state === 'done' ? 'done' : 'waiting' };
  }

  private async told({ ways, activity, instance, task, why }: Standing, to: string) {
    if (why) throw OperateProblem.notMovable(why);
    if (!targets(ways).some(({ elementId }) => elementId === to)) throw OperateProblem.noTarget();
    const { read } = this.transactions;
    const drafted = task !== null && (await read.existsBy(DraftEntity, { taskId: task.id }));
    const failed = await read.existsBy(IncidentEntity, { instanceId: instance.id, elementId: activity.elementId, endedAt: IsNull() });
    return consequences({ ways, from: activity.elementId, to, task, drafted, failed });
  }
}
