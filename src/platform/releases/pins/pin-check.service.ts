import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { HandlerCatalogue, Transactions } from '../../../sdk/index.js';
import { takeTurn } from '../../kernel/index.js';
import { resourcesOf } from '../bundle.js';
import { topicUses } from '../diagram/topic-uses.js';
import { RunningReleases } from '../ports.js';
import { readDiagrams } from '../read-diagrams.js';
import { ReleaseEntity } from '../release.entity.js';
import { brokenPins, type PinnedRelease } from './broken-pins.js';
import { ContractPins } from './contract-pins.service.js';
import { PinRefusal } from './pin-refusal.js';

interface Judged extends PinnedRelease {
  readonly id: string;
}

/** Before anything is fetched from the engine: whether this code keeps what releases in force, or with running cases, were promised. */
@Injectable()
export class PinCheck implements OnModuleInit {
  private readonly logger = new Logger(PinCheck.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly pins: ContractPins,
    private readonly catalogue: HandlerCatalogue,
    private readonly running: RunningReleases,
  ) {}

  /** @throws PinRefusal with the list of places. */
  async onModuleInit(): Promise<void> {
    const releases = await Promise.all((await this.needed()).map((release) => this.read(release)));
    const broken = releases.flatMap((release) => brokenPins(release, this.catalogue));
    if (broken.length > 0) throw new PinRefusal(broken);
    // Only now: a start that is refused writes nothing.
    for (const release of releases) await this.fill(release);
  }

  private async needed(): Promise<ReleaseEntity[]> {
    return this.transactions.read.find(ReleaseEntity, { where: [{ state: In(['live', 'deploying']) }, { id: In([...(await this.running.ids())]) }], order: { version: 'ASC' } });
  }

  private async read(release: ReleaseEntity): Promise<Judged> {
    const diagrams = await readDiagrams(await resourcesOf(this.transactions.read, release));
    return { id: release.id, version: release.version, diagrams, pins: await this.pins.kept(release.id) };
  }

  /**
   * A release made before there were pins gets those of today, if all of its topics have a handler: it ran on this code,
   * or on what this code replaces without notice. One whose topics are not all served is left as it is, to be filled when they are.
   */
  private async fill({ id, version, diagrams, pins }: Judged): Promise<void> {
    const missing = [...new Set(diagrams.flatMap(({ process }) => topicUses(process).map(({ topic }) => topic)))].filter((topic) => !pins.has(topic));
    const found = this.pins.today(missing);
    const unserved = missing.filter((topic) => !this.catalogue.handler(topic));
    if (unserved.length > 0) this.logger.warn(`Version ${version} uses topics that no handler serves: ${unserved.join(', ')}. Cases wait there.`);
    else if (found.length > 0) {
      await this.transactions.tx(async (db) => {
        // Other nodes of the same code may start at the same time.
        await takeTurn(db, 'releases');
        await this.pins.keep(db, id, found);
      });
    }
  }
}
