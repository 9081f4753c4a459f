import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Problem, type Text } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import { requestContext } from '../../kernel/index.js';
import { Publishing } from '../publishing.service.js';
import type { PlannedPublicationEntity } from './planned-publication.entity.js';
import { PlannedPublishing } from './planned-publishing.service.js';

const LOOK_MS = 5_000;
const NO_LONGER_ADMINISTRATOR: Text = {
  id: 'Yang merencanakan bukan administrator lagi, atau akunnya tidak aktif.',
  en: 'Who planned it is no longer an administrator, or the account is not active.',
};
/** Passes by itself: the version before is still on its way. */
const PASSING = 'release-under-way';

/** Publishes what was planned when its time has come, in the name of who planned it. On several nodes one of them does. */
@Injectable()
export class PlannedRun implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PlannedRun.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly planned: PlannedPublishing,
    private readonly publishing: Publishing,
    private readonly users: UsersRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Never rejects: whatever passes by itself is tried again at the next look. */
  look(): Promise<void> {
    this.running ??= this.attempt()
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => (this.running = null));
    return this.running;
  }

  private async attempt(): Promise<void> {
    const plan = await this.planned.due();
    if (!plan) return;
    const principal = await this.users.principal(plan.plannedBy);
    await requestContext.run({ correlationId: randomUUID(), language: principal?.language ?? 'id', principal }, () => (principal?.roles.includes('admin') ? this.publish(plan) : this.failed(plan, NO_LONGER_ADMINISTRATOR)));
  }

  private async publish(plan: PlannedPublicationEntity): Promise<void> {
    try {
      const { version } = await this.publishing.publish(plan.note, { plan });
      this.logger.log(`Version ${version} was published, as ${plan.plannedByName} had planned.`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== PASSING) await this.failed(plan, error.text);
    }
  }

  private async failed(plan: PlannedPublicationEntity, reason: Text): Promise<void> {
    this.logger.warn(`What ${plan.plannedByName} had planned to publish was not: ${reason.en}`);
    await this.planned.failed(plan, reason);
  }
}
