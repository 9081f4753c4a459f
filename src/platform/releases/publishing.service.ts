import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Transactions } from '../../sdk/index.js';
import { takeTurn } from '../kernel/index.js';
import { newestRelease, nextBundle, versionWithSame } from './bundle.js';
import { Deployer } from './deployer.service.js';
import { FourEyes } from './four-eyes.js';
import { ContractPins, type NewPin } from './pins/contract-pins.service.js';
import { CheckSurroundings } from './check/surroundings.service.js';
import type { Finding } from './finding.js';
import { PlannedPublicationEntity } from './planned/planned-publication.entity.js';
import { ReleaseCheck } from './release-check.js';
import { ReleaseResourceEntity } from './release-resource.entity.js';
import { MustPass } from './ports.js';
import { ReleaseEntity } from './release.entity.js';
import { ReleaseProblem } from './releases.problems.js';
import { bundleHash, sha256, type Resource } from './resource.js';

type Checked = Awaited<ReturnType<ReleaseCheck['release']>>;
type NewRelease = Pick<ReleaseEntity, 'origin' | 'note' | 'restoredVersion' | 'sha256'> & { readonly resources: readonly Resource[]; readonly pins: readonly NewPin[] };

interface HowPublished {
  /** The older version that the drafts bring back. Default: the newest one that they are the same as, if any. */
  readonly restoredVersion?: number;
  /** Only what it was planned for, and once. Default: at once, and what was planned is withdrawn. */
  readonly plan?: PlannedPublicationEntity;
}

/** Makes releases: of what ships with the product, and of an administrator's drafts. */
@Injectable()
export class Publishing {
  private readonly logger = new Logger(Publishing.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly check: ReleaseCheck,
    private readonly deployer: Deployer,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly pins: ContractPins,
    private readonly around: CheckSurroundings,
    private readonly fourEyes: FourEyes,
    private readonly mustPass: MustPass,
  ) {}

  /** What publishing now would find; `edited` stands for what is in an editor and not saved yet. */
  async preview(edited?: Resource): Promise<readonly Finding[]> {
    const { resources } = await nextBundle(this.transactions.read);
    const others = edited ? resources.filter(({ path }) => path !== edited.path) : resources;
    return this.check.findings(edited ? [...others, edited] : others, await this.around.now());
  }

  /** What publishing now would make, also where nothing has changed. @throws ReleaseProblem where the check finds an error. */
  async sound(): Promise<readonly Resource[]> {
    const { resources } = await nextBundle(this.transactions.read);
    const checked = await this.check.release(resources, await this.around.now());
    if (checked.findings.some((finding) => finding.severity === 'error')) throw ReleaseProblem.refused(checked.findings);
    return resources;
  }

  /** What the drafts make, sound or not. */
  async next(): Promise<readonly Resource[]> {
    return (await nextBundle(this.transactions.read)).resources;
  }

  /** What publishing now would take. What has been in force before need not pass the kept tests: taking a change back must be possible at once. @throws ReleaseProblem where it would not. */
  async publishable({ restored = false } = {}): Promise<{ readonly checked: Checked; readonly changed: readonly string[]; readonly hash: string }> {
    const { resources, drafts, changed } = await nextBundle(this.transactions.read);
    if (changed.length === 0) throw ReleaseProblem.unchanged();
    const checked = await this.check.release(resources, await this.around.now());
    if (checked.findings.some((finding) => finding.severity === 'error')) throw ReleaseProblem.refused(checked.findings);
    await this.fourEyes.judge(drafts.filter(({ path }) => changed.includes(path)));
    const hash = bundleHash(resources);
    if (!restored) await this.mustPass.judge(hash);
    return { checked, changed, hash };
  }

  /** Publishes the drafts; answers the release, live if the engine took it at once, else on its way. */
  async publish(note: string, { restoredVersion, plan }: HowPublished = {}): Promise<ReleaseEntity> {
    const { checked, changed, hash } = await this.publishable({ restored: restoredVersion !== undefined });
    if (plan && plan.sha256 !== hash) throw ReleaseProblem.changedSincePlanned();
    const pins = await this.pins.of(checked.resources);
    const release = await this.transactions.tx(async (db) => {
      await takeTurn(db, 'releases');
      // What was checked must be what is published.
      const now = await nextBundle(db);
      if (bundleHash(now.resources) !== hash) throw ReleaseProblem.underWay();
      await this.fourEyes.judge(now.drafts.filter(({ path }) => changed.includes(path)));
      const restored = restoredVersion ?? (await versionWithSame(db, now.resources, changed));
      const created = await this.create(db, { origin: 'edited', note, restoredVersion: restored, sha256: hash, resources: checked.resources, pins });
      await this.settlePlan(db, plan);
      await this.audit.write({ action: 'release.published', subject: created.id, detail: { version: created.version, note, changed, ...(restored === null ? {} : { restoredVersion: restored }) } });
      return created;
    });
    await this.deployer.deployPending();
    return this.transactions.read.findOneByOrFail(ReleaseEntity, { id: release.id });
  }

  private async settlePlan(db: EntityManager, plan: PlannedPublicationEntity | undefined): Promise<void> {
    const waiting = plan ? { id: plan.id, state: 'waiting' as const } : { state: 'waiting' as const };
    const { affected } = await db.update(PlannedPublicationEntity, waiting, { state: plan ? 'published' : 'withdrawn', endedAt: this.clock.now() });
    // Another node was quicker, or somebody withdrew it in this moment.
    if (plan && affected !== 1) throw ReleaseProblem.underWay();
  }

  /** A release of the shipped files, when there is none yet or they changed and nobody has made edits of his own. */
  async seed(resources: readonly Resource[]): Promise<ReleaseEntity | null> {
    if (resources.length === 0) return null;
    const hash = bundleHash(resources);
    const newest = await newestRelease(this.transactions.read);
    if (newest?.origin === 'edited') {
      this.logger.log(`The procedure is at version ${newest.version} with changes of your own; the files that ship with the product are not taken over.`);
      return null;
    }
    if (newest?.sha256 === hash) return null;
    const { findings, resources: written } = await this.check.release(resources, await this.around.now());
    for (const { path, elementId, code, message } of findings) this.logger.warn(`${path} ${elementId} ${code}: ${message.en}`);
    const own = (await Promise.all(resources.map((resource) => this.check.file(resource)))).flat();
    if (own.length > 0) {
      this.logger.error('The files that ship with the product do not pass the allow-list; no release was made of them.');
      return null;
    }
    const pins = await this.pins.of(written);
    return this.transactions.tx(async (db) => {
      await takeTurn(db, 'releases');
      // Another node may have made it while this one checked.
      if ((await newestRelease(db))?.sha256 === hash) return null;
      return this.create(db, { origin: 'shipped', note: 'Bawaan', restoredVersion: null, sha256: hash, resources: written, pins });
    });
  }

  private async create(db: EntityManager, { origin, note, restoredVersion, sha256: hash, resources, pins }: NewRelease): Promise<ReleaseEntity> {
    if (await db.existsBy(ReleaseEntity, { state: 'deploying' })) throw ReleaseProblem.underWay();
    const version = ((await db.maximum(ReleaseEntity, 'version')) ?? 0) + 1;
    const person = this.asker.current();
    const release = db.create(ReleaseEntity, {
      id: uuidv7(), version, state: 'deploying', origin, note, restoredVersion, sha256: hash,
      publishedBy: person?.id ?? null, publishedByName: person?.name ?? null, publishedAt: this.clock.now(), engineDeploymentId: null, failure: null,
    });
    await db.insert(ReleaseEntity, release);
    for (const { path, kind, key, content } of resources) {
      await db.insert(ReleaseResourceEntity, { releaseId: release.id, path, kind, key, content, sha256: sha256(content) });
    }
    await this.pins.keep(db, release.id, pins);
    return release;
  }
}
