import { Injectable } from '@nestjs/common';
import { narrowByWords, Offices, Transactions } from 'tertib';
import type { SelectQueryBuilder } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { readCode } from './metadata-code.js';
import { MetadataEntity } from './metadata.entity.js';
import type { MetadataPage, MetadataQuery } from './metadata.schemas.js';
import { rowOf } from './metadata-view.js';


/** What is recorded, the newest version of each: a producer's own, or all for staff. */
@Injectable()
export class MetadataList {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly offices: Offices,
  ) {}

  async page({ page, limit, kind, officeId, q }: MetadataQuery): Promise<MetadataPage> {
    const bound = this.access.metadataBoundTo();
    const query = newest(this.database.read.createQueryBuilder(MetadataEntity, 'm'));
    if (bound !== null) query.andWhere('m.officeId = :bound', { bound });
    if (officeId) query.andWhere('m.officeId = :officeId', { officeId });
    if (kind) query.andWhere('m.kind = :kind', { kind });
    this.named(query, q);
    const [rows, count] = await query.orderBy('m.kind', 'ASC').addOrderBy('m.number', 'DESC').skip((page - 1) * limit).take(limit).getManyAndCount();
    const all = await this.offices.all();
    const names = new Map(all.map(({ id, name }) => [id, name]));
    const producers = all.filter((one) => one.kind === 'produsen').map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
    return { items: rows.map((row) => rowOf(row, names)), page, pages: Math.max(1, Math.ceil(count / limit)), count, offices: bound === null ? producers : [] };
  }

  private named(query: SelectQueryBuilder<MetadataEntity>, q: string): void {
    const code = readCode(q);
    if (code) return void query.andWhere('m.kind = :codeKind AND m.number = :codeNumber', { codeKind: code.kind, codeNumber: code.number });
    narrowByWords(query, q, 'm.name');
  }
}

/** Of each record the version that no other follows. */
export function newest(query: SelectQueryBuilder<MetadataEntity>): SelectQueryBuilder<MetadataEntity> {
  const later = query.subQuery().select('1').from(MetadataEntity, 'later').where('later.recordId = m.recordId').andWhere('later.version > m.version').getQuery();
  return query.where(`NOT EXISTS ${later}`);
}
