import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Provenance } from '../provenance/provenance.types.js';
import { Provenances } from '../provenance/provenances.service.js';
import { publicProvenance } from '../provenance/public-provenance.js';
import { hasProtected } from './public-class.js';
import { PublicationEntity } from './publication.entity.js';

/** What the public is told of where a published number comes from: frozen with its page, so that a reader waits for nothing and changes nothing. */
@Injectable()
export class PublishedProvenances {
  constructor(
    private readonly database: Transactions,
    private readonly provenances: Provenances,
  ) {}

  /** To be kept with a publication. */
  async made(dataset: DatasetEntity, hidden: readonly unknown[]): Promise<Provenance> {
    return publicProvenance(await this.provenances.of(dataset), hidden.length > 0 || hasProtected(dataset.variables));
  }

  /** Of what an earlier version of Tertib published it is made when somebody asks first, and kept. */
  async of({ id, datasetId, hidden, provenance }: PublicationEntity): Promise<Provenance> {
    if (provenance) return provenance;
    const made = await this.made(await this.database.read.findOneByOrFail(DatasetEntity, { id: datasetId }), hidden ?? []);
    // Not where a newer table has taken the page meanwhile.
    await this.database.tx((db) => db.update(PublicationEntity, { id, datasetId }, { provenance: made }));
    return made;
  }
}
