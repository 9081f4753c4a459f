import { Injectable } from '@nestjs/common';
import { narrowByWords, Transactions, type Text } from 'tertib';
import { Not, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { NotPublishable } from './not-publishable.js';
import { PublicationEntity } from './publication.entity.js';

export interface PublicationQuery {
  readonly q?: string | undefined;
  readonly office?: string | undefined;
  readonly start?: number;
  readonly rows?: number;
}

/** What lists tell of a publication: all but its table, which may be a hundred thousand rows. */
export type ListedPublication = Omit<PublicationEntity, 'columns' | 'rows' | 'totals' | 'totalsOf' | 'hidden' | 'chart' | 'provenance'>;
const LISTED = ['id', 'slug', 'datasetId', 'periodId', 'periodTitle', 'officeCode', 'officeName', 'title', 'definition', 'unit', 'metadata', 'licence', 'publishedAt', 'modifiedAt', 'fileId', 'fileSize', 'sha256'] as const satisfies readonly (keyof ListedPublication)[];
const PAGE = 200;
/** SQLite takes no offset without a limit. */
const MOST_NAMES = 1_000_000;

/** The published data sets: what the portal, CKAN and the catalogue read. */
@Injectable()
export class PublicationRepository {
  constructor(private readonly database: Transactions) {}

  /** As lists tell of it, and what else is named: the table of a public data set may be 20 MB of JSON, which anybody could have the server read. */
  find<K extends keyof PublicationEntity = never>(name: string, ...also: readonly K[]): Promise<(ListedPublication & Pick<PublicationEntity, K>) | null> {
    return this.listed().addSelect(also.map((one) => `p.${one}`)).where('p.id = :name OR p.slug = :name', { name }).getOne();
  }

  /** With its table: for pages that show cells of it. */
  byIdOrSlug(name: string): Promise<PublicationEntity | null> {
    return this.database.read.findOne(PublicationEntity, { where: [{ id: name }, { slug: name }] });
  }

  /** By slug, read a page at a time. */
  async all(): Promise<ListedPublication[]> {
    const found: ListedPublication[] = [];
    for (let page: ListedPublication[] | undefined; page === undefined || page.length === PAGE; found.push(...page)) {
      page = await this.listed().where('p.slug > :after', { after: found.at(-1)?.slug ?? '' }).orderBy('p.slug', 'ASC').limit(PAGE).getMany();
    }
    return found;
  }

  /** Public names alone; all of them without a limit. */
  async slugs({ offset, limit }: { readonly offset: number; readonly limit?: number | undefined }): Promise<string[]> {
    const query = this.database.read.createQueryBuilder(PublicationEntity, 'p').select('p.slug', 'slug').orderBy('p.slug', 'ASC').offset(offset).limit(limit ?? MOST_NAMES);
    return (await query.getRawMany<{ slug: string }>()).map(({ slug }) => slug);
  }

  countOfPeriod(periodId: string): Promise<number> {
    return this.database.read.countBy(PublicationEntity, { periodId });
  }

  ofPeriod(periodId: string): Promise<PublicationEntity[]> {
    return this.database.read.find(PublicationEntity, { where: { periodId }, order: { slug: 'ASC' } });
  }

  /** Every word must occur in title, definition or office; newest first. */
  async search({ q, office, start = 0, rows = 20 }: PublicationQuery): Promise<{ count: number; results: ListedPublication[] }> {
    const query = this.listed().orderBy('p.modifiedAt', 'DESC').addOrderBy('p.slug', 'ASC');
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

  private listed(): SelectQueryBuilder<PublicationEntity> {
    return this.database.read.createQueryBuilder(PublicationEntity, 'p').select(LISTED.map((name) => `p.${name}`));
  }

  /** @throws {@link NotPublishable} where the page of that name is another office's: addresses in reports and at harvesters would lead to other data. */
  async assertOwn(db: EntityManager, { slug, officeCode, title }: Pick<PublicationEntity, 'slug' | 'officeCode' | 'title'>): Promise<void> {
    const there = await db.findOne(PublicationEntity, { where: { slug, officeCode: Not(officeCode) }, select: { id: true, officeName: true, title: true, periodTitle: true } });
    if (there) throw new NotPublishable(othersPage(title, slug, there));
  }

  /** The page that a data set of this office and name takes the place of, with its table. */
  replaced({ slug, officeCode }: Pick<PublicationEntity, 'slug' | 'officeCode'>): Promise<Pick<PublicationEntity, 'periodId' | 'columns' | 'rows' | 'hidden'> | null> {
    return this.database.read.findOne(PublicationEntity, { where: { slug, officeCode }, select: { id: true, periodId: true, columns: true, rows: true, hidden: true } });
  }

  /** One page per public name: what is published again takes the place of what the same office published. @throws {@link NotPublishable} */
  async upsert(db: EntityManager, publication: Omit<PublicationEntity, 'publishedAt'>): Promise<PublicationEntity> {
    await this.assertOwn(db, publication);
    const before = await db.findOneBy(PublicationEntity, { slug: publication.slug });
    const record = { ...publication, id: before?.id ?? publication.id, publishedAt: before?.publishedAt ?? publication.modifiedAt };
    await db.save(PublicationEntity, record);
    return record;
  }
}

const othersPage = (title: string, slug: string, there: Pick<PublicationEntity, 'officeName' | 'title' | 'periodTitle'>): Text => ({
  id: `Dataset "${title}" belum dapat dipublikasikan: halaman portal "${slug}" sudah memuat dataset "${there.title}" milik ${there.officeName} (${there.periodTitle}). Beri judul lain pada dataset ini dalam daftar data periode berikutnya, lalu minta data itu kembali.`,
  en: `The data set “${title}” cannot be published yet: the page “${slug}” of the portal already has the data set “${there.title}” of ${there.officeName} (${there.periodTitle}). Give this data set another title in the next period’s data list, then ask for the data again.`,
});
