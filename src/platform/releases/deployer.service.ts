import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Transactions } from '../../sdk/index.js';
import { EngineRejected, EngineUnavailable } from '../../sdk/engine/index.js';
import { Events } from '../kernel/index.js';
import { DraftEntity } from './draft.entity.js';
import { DeploymentPort, type Deployed } from './ports.js';
import { deployable } from './read-diagrams.js';
import { ReleaseDefinitionEntity } from './release-definition.entity.js';
import { ReleaseResourceEntity } from './release-resource.entity.js';
import { ReleaseEntity } from './release.entity.js';

const RETRY = 5_000;

/**
 * Brings releases into the engine, one deployment named by the release's id. Whatever dies between the two systems,
 * the next try finds the deployment by that name instead of making a second.
 */
@Injectable()
export class Deployer implements OnModuleDestroy {
  private readonly logger = new Logger(Deployer.name);
  private running: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly transactions: Transactions,
    private readonly engine: DeploymentPort,
    events: Events,
  ) {
    this.unsubscribe = events.on('engine.back', () => void this.deployPending());
  }

  /** Tries once what waits, after any try under way; an engine that is away is tried again in the background. Never rejects. */
  deployPending(): Promise<void> {
    this.running = this.running.then(() => this.attempt());
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    if (this.retry) clearTimeout(this.retry);
    await this.running;
  }

  private async attempt(): Promise<void> {
    try {
      const waiting = await this.transactions.read.find(ReleaseEntity, { where: { state: 'deploying' }, order: { version: 'ASC' } });
      for (const release of waiting) await this.deploy(release);
    } catch (error) {
      // The engine starts beside us, and who fetches tasks from it says so where it stays away.
      if (!(error instanceof EngineUnavailable)) this.logger.warn(`The engine did not take the release yet: ${error instanceof Error ? error.message : String(error)}`);
      this.again();
    }
  }

  private again(): void {
    if (this.retry) clearTimeout(this.retry);
    if (this.stopped) return;
    this.retry = setTimeout(() => void this.deployPending(), RETRY);
    this.retry.unref();
  }

  private async deploy(release: ReleaseEntity): Promise<void> {
    const rows = await this.transactions.read.find(ReleaseResourceEntity, { where: { releaseId: release.id }, order: { path: 'ASC' } });
    try {
      const deployed = (await this.engine.find(release.id)) ?? (await this.engine.deploy(release.id, (await deployable(rows)).map(({ path, content }) => ({ name: path, content }))));
      await this.goLive(release, deployed);
    } catch (error) {
      if (!(error instanceof EngineRejected) || (error.status !== 400 && error.type !== 'ParseException')) throw error;
      this.logger.error(`The engine refused version ${release.version}: ${error.message}`);
      await this.transactions.tx((db) => db.update(ReleaseEntity, { id: release.id }, { state: 'failed', failure: error.message }));
    }
  }

  private async goLive(release: ReleaseEntity, { deploymentId, definitions }: Deployed): Promise<void> {
    await this.transactions.tx(async (db) => {
      for (const { id, key } of definitions) await db.upsert(ReleaseDefinitionEntity, { processDefinitionId: id, key, releaseId: release.id }, ['processDefinitionId']);
      await db.update(ReleaseEntity, { state: 'live' }, { state: 'retired' });
      await db.update(ReleaseEntity, { id: release.id }, { state: 'live', engineDeploymentId: deploymentId, failure: null });
      // Drafts live until now, so that a release which the engine refuses costs nobody his work; later edits stay.
      await db.delete(DraftEntity, { updatedAt: LessThanOrEqual(release.publishedAt) });
    });
  }
}
