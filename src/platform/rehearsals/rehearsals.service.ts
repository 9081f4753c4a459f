import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Problem, Transactions, type Principal } from '../../sdk/index.js';
import { AccessRegistry, copyOffice, vacantRoles } from '../identity/index.js';
import { bundleHash, Publishing, type Resource } from '../releases/index.js';
import { ByHand } from './by-hand.js';
import { Stages, type Stage } from './ports.js';
import { OpenRehearsal } from './rehearsal.js';
import { RehearsalTime } from './rehearsal-time.js';
import { RehearsalProblem } from './rehearsals.problems.js';

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
  open?: { readonly play: OpenRehearsal; readonly time: RehearsalTime };
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
    private readonly stages: Stages,
    private readonly publishing: Publishing,
    private readonly transactions: Transactions,
    private readonly access: AccessRegistry,
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
    if (this.held && this.held.by.id !== by.id && this.held.state !== 'failed') throw RehearsalProblem.taken(this.held.by.name);
    const before = this.held;
    const held: Held = { id: uuidv7(), by, begunAt: this.clock.now(), hash: bundleHash(resources), state: 'opening', failure: null, seenAt: Date.now(), leave: new AbortController(), building: Promise.resolve() };
    this.held = held;
    held.building = this.build(held, resources, before);
    await this.audit.write({ action: 'rehearsal.begun', subject: held.id, detail: { sha256: held.hash } });
    return held;
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
  opened(id: string): { readonly play: OpenRehearsal; readonly time: RehearsalTime } {
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

  private async build(held: Held, resources: readonly Resource[], before: Held | null): Promise<void> {
    try {
      if (before) await this.take(before);
      const byHand = new ByHand();
      const office = await copyOffice(this.transactions.read);
      const vacant = vacantRoles(office, this.access.roles.map(({ key }) => key)).map((key) => ({ key, name: this.access.role(key)?.title.id ?? key }));
      const stage = await this.stages.build({ resources, office, vacant, byHand }, held.leave.signal);
      held.stage = stage;
      const play = new OpenRehearsal(stage, byHand);
      held.open = { play, time: new RehearsalTime(play) };
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
