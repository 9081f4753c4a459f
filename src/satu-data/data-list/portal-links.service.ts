import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import { PublicationEntity } from '../publication/publication.entity.js';
import type { ListRowEntity } from './data-list.entities.js';
import { textOf } from './list-fields.js';

/** Where the data of rows are on the local portal, once they are public: nobody has to write it into the list. */
@Injectable()
export class PortalLinks {
  constructor(private readonly database: Transactions) {}

  /** Rows with the address that a reader follows; what the list says itself stays. */
  async into<T extends Pick<ListRowEntity, 'id' | 'values'>>(rows: readonly T[], address: string): Promise<T[]> {
    const found = await this.database.read.find(PublicationEntity, { where: { datasetId: In(rows.map(({ id }) => id)) }, select: { datasetId: true, slug: true } });
    const links = new Map(found.map(({ datasetId, slug }) => [datasetId, `${address}/dataset/${slug}`]));
    return rows.map((row) => { const link = links.get(row.id); return link === undefined || textOf(row.values, 'tautanPortal') ? row : { ...row, values: { ...row.values, tautanPortal: link } }; });
  }
}
