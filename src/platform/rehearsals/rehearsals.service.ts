import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Problem, type Principal } from '../../sdk/index.js';
import { bundleHash, Publishing, type Resource } from '../releases/index.js';
import { ByHand } from './by-hand.js';
import { Recorder } from './kept/recorder.js';
import type { Opened } from './opened.js';
import type { Stage } from './ports.js';
import { OpenRehearsal } from './rehearsal.js';
import { RehearsalTime } from './rehearsal-time.js';
import { RehearsalProblem } from './rehearsals.problems.js';
import { StageOpening } from './stage-opening.service.js';
import { StageSlot } from './stage-slot.js';

/** Nobody has looked at it for so long: its engine's memory is wanted elsewhere. */
const IDLE_MS = 30 * 60_000;

/** The one rehearsal of this application node, from when it is asked for. */
export interface Rehearsal {
  readonly id: string;
  readonly by: Principal;
  readonly begunAt: Date;
  readonly hash: string;
  state: 'opening' | 'open' | 'failed';
  failure: string | null;
  seenAt: number;
}

interface Held extends Rehearsal {
  readonly leave: AbortController;
  building: Promise<void>;
  stage?: Stage;
  open?: Opened;
}

/**
 * Rehearsals of the drafts. A node holds one at a time: each is an engine and an application of its own, in memory. Nothing of it is
 * stored, and it ends with its node.
 */
@Injectable()
export class Rehearsals implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Rehearsals.name);
  private held: Held | null = null;
  private readonly idle = setInterval(() => void this.endIdle(), 60_000).unref();

  constructor(
    private readonly opening: StageOpening,
    private readonly slot: StageSlot,
    private readonly publishing: Publishing,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.idle);
    if (this.held) await this.take(this.held);
  }

  /** Begins one; it opens by and by. @throws 409 while somebody else's goes on, 422 with the findings where the drafts hold an error. */
  async begin(): Promise<Rehearsal> {
    const by = this.asker.required();
    const resources = await this.publishing.sound();
    this.assertMine();
    this.slot.assertFree();
    const before = this.held;
    const held: Held = { id: uuidv7(), by, begunAt: this.clock.now(), hash: bundleHash(resources), state: 'opening', failure: null, seenAt: Date.now(), leave: new AbortController(), building: Promise.resolve() };
    this.held = held;
    held.building = this.build(held, resources, before);
    await this.audit.write({ action: 'rehearsal.begun', subject: held.id, detail: { sha256: held.hash } });
    return held;
  }

  /** Ends one's own, for whatever needs its place. @throws 409 while somebody else's goes on. */
  async makeRoom(): Promise<void> {
    this.assertMine();
    const { held } = this;
    this.held = null;
    if (held) await this.take(held);
  }

  /** The one that there is. */
  current(): Rehearsal | null {
    return this.held;
  }

  /** Whether the drafts are still what it shows. */
  async isCurrent(rehearsal: Rehearsal): Promise<boolean> {
    return rehearsal.hash === bundleHash(await this.publishing.next());
  }

  /** @throws where it is not open, or has ended. */
  opened(id: string): Opened {
    const { held } = this;
    if (held?.id !== id || !held.open) throw RehearsalProblem.notOpen();
    held.seenAt = Date.now();
    return held.open;
  }

  /** Ends it; nothing of it is left. @throws not found. */
  async end(id: string): Promise<void> {
    const { held } = this;
    if (held?.id !== id) throw Problem.notFound();
    this.held = null;
    await this.take(held);
    await this.audit.write({ action: 'rehearsal.ended', subject: id, detail: { begunBy: held.by.name } });
  }

  private assertMine(): void {
    if (this.held && this.held.by.id !== this.asker.required().id && this.held.state !== 'failed') throw RehearsalProblem.taken(this.held.by.name);
  }

  private async build(held: Held, resources: readonly Resource[], before: Held | null): Promise<void> {
    try {
      if (before) await this.take(before);
      const byHand = new ByHand();
      const stage = await this.opening.open(resources, byHand, held.leave.signal);
      held.stage = stage;
      const play = new OpenRehearsal(stage);
      held.open = { play, time: new RehearsalTime(play), byHand, recorder: new Recorder(play) };
      held.state = 'open';
      held.seenAt = Date.now();
    } catch (error) {
      held.state = 'failed';
      held.failure = error instanceof Error ? error.message : String(error);
      if (!held.leave.signal.aborted) this.logger.warn(`A rehearsal could not be opened: ${held.failure}`);
    }
  }

  /** Takes its stage down, also one that is still being built. */
  private async take(held: Held): Promise<void> {
    delete held.open;
    held.leave.abort(new Error('The rehearsal has ended'));
    await held.building;
    await held.stage?.close();
    delete held.stage;
  }

  private async endIdle(): Promise<void> {
    const { held } = this;
    if (!held || Date.now() - held.seenAt < IDLE_MS) return;
    this.held = null;
    await this.take(held);
  }
}
