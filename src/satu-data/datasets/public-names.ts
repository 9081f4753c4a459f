import type { Office } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { PublicationEntity } from '../publication/publication.entity.js';
import { inChunks } from '../shared/in-chunks.js';
import { slugOf } from '../shared/slug.js';
import { DatasetEntity } from './dataset.entity.js';

/**
 * Public names within one period: a data set that was in the last one keeps its own, any other gets one that is free. A name under
 * which an office has published is that office's for good, also while its data set is in no list.
 */
export class PublicNames {
  private readonly taken: Set<string>;

  /** @param published - by its public name the code of the office that has published. */
  private constructor(
    private readonly known: ReadonlyMap<string, string>,
    private readonly published: ReadonlyMap<string, string>,
  ) {
    this.taken = new Set(known.values());
  }

  static async of(read: EntityManager, sources: readonly string[]): Promise<PublicNames> {
    const found: DatasetEntity[] = [];
    await inChunks(sources, async (some) => void found.push(...(await read.find(DatasetEntity, { where: { id: In(some) }, select: { id: true, slug: true } }))));
    const published = await read.find(PublicationEntity, { select: { id: true, slug: true, officeCode: true } });
    return new PublicNames(new Map(found.map(({ id, slug }) => [id, slug])), new Map(published.map(({ slug, officeCode }) => [slug, officeCode])));
  }

  /** Asked in the order of the list, once for each row. One that came to another office leaves its page with the office that published it. */
  name(sourceId: string | null, title: string, office: Office): string {
    const known = this.known.get(sourceId ?? '');
    return known !== undefined && !this.isOthers(known, office) ? known : this.free(title.trim(), office);
  }

  private free(title: string, office: Office): string {
    const base = slugOf(title) || 'dataset';
    const isTaken = (slug: string): boolean => this.taken.has(slug) || this.isOthers(slug, office);
    let slug = isTaken(base) ? `${base}-${slugOf(office.code)}` : base;
    for (let number = 2; isTaken(slug); number += 1) slug = `${base}-${number}`;
    this.taken.add(slug);
    return slug;
  }

  private isOthers(slug: string, office: Office): boolean {
    return (this.published.get(slug) ?? office.code) !== office.code;
  }
}
