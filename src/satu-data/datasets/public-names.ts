import type { Office } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { inChunks } from '../shared/in-chunks.js';
import { slugOf } from '../shared/slug.js';
import { DatasetEntity } from './dataset.entity.js';

/** Public names within one period: a data set that was in the last one keeps its own, any other gets one that is free. */
export class PublicNames {
  private readonly taken: Set<string>;

  private constructor(private readonly known: ReadonlyMap<string, string>) {
    this.taken = new Set(known.values());
  }

  static async of(read: EntityManager, sources: readonly string[]): Promise<PublicNames> {
    const found: DatasetEntity[] = [];
    await inChunks(sources, async (some) => void found.push(...(await read.find(DatasetEntity, { where: { id: In(some) }, select: { id: true, slug: true } }))));
    return new PublicNames(new Map(found.map(({ id, slug }) => [id, slug])));
  }

  /** Asked in the order of the list, once for each row. */
  name(sourceId: string | null, title: string, office: Office): string {
    return this.known.get(sourceId ?? '') ?? this.free(title.trim(), office);
  }

  private free(title: string, office: Office): string {
    const base = slugOf(title) || 'dataset';
    let slug = this.taken.has(base) ? `${base}-${slugOf(office.code)}` : base;
    for (let number = 2; this.taken.has(slug); number += 1) slug = `${base}-${number}`;
    this.taken.add(slug);
    return slug;
  }
}
