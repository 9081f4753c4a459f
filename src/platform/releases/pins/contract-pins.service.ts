import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HandlerCatalogue, Transactions } from '../../../sdk/index.js';
import { topicUses } from '../diagram/topic-uses.js';
import { readDiagrams } from '../read-diagrams.js';
import { ReleaseDefinitionEntity } from '../release-definition.entity.js';
import type { Resource } from '../resource.js';
import { ReleaseContractEntity } from './release-contract.entity.js';

export type NewPin = Omit<ReleaseContractEntity, 'releaseId'>;

/** The contracts that releases were made against. A release's pins are never changed. */
@Injectable()
export class ContractPins {
  private readonly hashes = new Map<string, Promise<string | null>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly catalogue: HandlerCatalogue,
  ) {}

  /** The contracts of today for every topic that these diagrams use and a handler serves. */
  async of(resources: readonly Resource[]): Promise<NewPin[]> {
    const topics = new Set((await readDiagrams(resources)).flatMap(({ process }) => topicUses(process).map(({ topic }) => topic)));
    return this.today([...topics]);
  }

  today(topics: readonly string[]): NewPin[] {
    return topics.flatMap((topic) => {
      const entry = this.catalogue.handler(topic);
      return entry ? [{ topic, hash: entry.hash, input: entry.input, output: entry.output }] : [];
    });
  }

  async keep(db: EntityManager, releaseId: string, pins: readonly NewPin[]): Promise<void> {
    await db.save(pins.map((pin) => db.create(ReleaseContractEntity, { releaseId, ...pin })));
  }

  /** Of one release, by topic. */
  async kept(releaseId: string): Promise<ReadonlyMap<string, NewPin>> {
    const rows = await this.transactions.read.findBy(ReleaseContractEntity, { releaseId });
    return new Map(rows.map((row) => [row.topic, row]));
  }

  /** The contract that the release of this process definition was made against; null where it has none. */
  hashOf(processDefinitionId: string, topic: string): Promise<string | null> {
    const id = `${processDefinitionId} ${topic}`;
    const known = this.hashes.get(id) ?? this.readHash(processDefinitionId, topic);
    this.hashes.set(id, known);
    // A definition that nobody has written down yet may be so in a moment.
    known.then((hash) => hash === null && this.hashes.delete(id), () => this.hashes.delete(id));
    return known;
  }

  private async readHash(processDefinitionId: string, topic: string): Promise<string | null> {
    const definition = await this.transactions.read.findOneBy(ReleaseDefinitionEntity, { processDefinitionId });
    const pin = definition && (await this.transactions.read.findOneBy(ReleaseContractEntity, { releaseId: definition.releaseId, topic }));
    return pin?.hash ?? null;
  }
}
