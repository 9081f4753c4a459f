import { Injectable } from '@nestjs/common';
import { narrowByWords, Transactions } from 'tertib';
import type { EntityManager } from 'typeorm';
import { PublicationEntity } from './publication.entity.js';

export interface PublicationQuery {
  readonly q?: string | undefined;
  readonly office?: string | undefined;
  readonly start?: number;
  readonly rows?: number;
}

/** The published data sets: what the portal, CKAN and the catalogue read. */
@Injectable()
export class PublicationRepository {
  constructor(private readonly database: Transactions) {}

  bySlug(slug: string): Promise<PublicationEntity | null> {
    return this.database.read.findOneBy(PublicationEntity, { slug });
  }

  byIdOrSlug(name: string): Promise<PublicationEntity | null> {
    return this.database.read.findOne(PublicationEntity, { where: [{ id: name }, { slug: name }] });
  }

  all(): Promise<PublicationEntity[]> {
    return this.database.read.find(PublicationEntity, { order: { slug: 'ASC' } });
  }

  ofPeriod(periodId: string): Promise<PublicationEntity[]> {
    return this.database.read.find(PublicationEntity, { where: { periodId }, order: { slug: 'ASC' } });
  }

  /** Every word must occur in title, definition or office; newest first. */
  async search({ q, office, start = 0, rows = 20 }: PublicationQuery): Promise<{ count: number; results: PublicationEntity[] }> {
    const query = this.database.read.createQueryBuilder(PublicationEntity, 'p').orderBy('p.modifiedAt', 'DESC').addOrderBy('p.slug', 'ASC');
    if (office) query.andWhere('p.officeCode = :office', { office });
    narrowByWords(query, q ?? '', 'p.title', 'p.definition', 'p.officeName');
    const [results, count] = await query.skip(start).take(rows).getManyAndCount();
    return { count, results };
  }

  /** Producers that have published, with how many data sets. */
  async offices(): Promise<{ code: string; name: string; count: number }[]> {
    const rows = await this.database.read
      .createQueryBuilder(PublicationEntity, 'p')
      .select(['p.officeCode AS code', 'MAX(p.officeName) AS name', 'COUNT(*) AS count'])
      .groupBy('p.officeCode')
      .orderBy('p.officeCode')
      .getRawMany<{ code: string; name: string; count: string | number }>();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** One page per public name: what is published again takes the place of what was. */
  async upsert(db: EntityManager, publication: Omit<PublicationEntity, 'publishedAt'>): Promise<PublicationEntity> {
    const before = await db.findOneBy(PublicationEntity, { slug: publication.slug });
    const record = { ...publication, id: before?.id ?? publication.id, publishedAt: before?.publishedAt ?? publication.modifiedAt };
    await db.save(PublicationEntity, record);
    return record;
  }
}
