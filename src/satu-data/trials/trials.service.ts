import { setTimeout as after } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Asker, Clock, Problem, Transactions } from 'tertib';
import { LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../large/background-runs.js';
import { BROKEN_OFF, REPLACED, TrialRuns } from './trial-runs.js';
import { TrialEntity } from './trial.entity.js';

/** Most trials are done before anybody would see progress. */
const AT_ONCE_MS = 1000;
const DAY_MS = 24 * 3_600_000;

/** Trials of rules: short ones are answered at once, long ones are asked for until they are done, and may be stopped. A person has one at a time: the newest. */
@Injectable()
export class Trials {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly runs: TrialRuns,
  ) {}

  async begin(work: Work<object>): Promise<TrialEntity> {
    const [id, now, { id: userId }] = [uuidv7(), this.clock.now(), this.asker.required()];
    await this.database.tx(async (db) => {
      await db.delete(TrialEntity, { aliveAt: LessThan(new Date(now.getTime() - DAY_MS)) });
      await db.insert(TrialEntity, { id, userId, state: 'running', progress: 0, aliveAt: now });
    });
    await this.stopOlder(userId);
    const waiting = new AbortController();
    const working = this.runs.inBackground(id, async (running) => ({ result: await work(running) }));
    await Promise.race([working, after(AT_ONCE_MS, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined)]);
    waiting.abort();
    return this.owned(id, userId);
  }

  /** @throws not found, also for somebody else's */
  of(id: string): Promise<TrialEntity> {
    return this.owned(id, this.asker.required().id);
  }

  async stop(id: string): Promise<TrialEntity> {
    const { id: userId, name } = this.asker.required();
    await this.owned(id, userId);
    await this.runs.stop(id, this.runs.words.stopped(name));
    return this.owned(id, userId);
  }

  /** Who changes a rule and tries again no longer waits for what was before. Of two that begin at once one goes on: each looks after it stands there itself. */
  private async stopOlder(userId: string): Promise<void> {
    const [, ...older] = await this.database.read.find(TrialEntity, { select: { id: true }, where: { userId, state: 'running' }, order: { id: 'DESC' } });
    for (const { id } of older) await this.runs.stop(id, REPLACED);
  }

  private async owned(id: string, userId: string): Promise<TrialEntity> {
    const trial = await this.database.read.findOneBy(TrialEntity, { id, userId });
    if (!trial) throw Problem.notFound();
    if (trial.state !== 'running' || !this.runs.isLeft(trial, this.clock.now())) return trial;
    await this.runs.note(id, { state: 'failed', reason: BROKEN_OFF });
    return { ...trial, state: 'failed', reason: BROKEN_OFF };
  }
}
