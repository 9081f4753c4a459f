import type { EntityManager } from 'typeorm';
import { Not } from 'typeorm';
import { Problem } from '../../sdk/index.js';
import { DraftEntity } from './draft.entity.js';
import { ReleaseResourceEntity } from './release-resource.entity.js';
import { ReleaseEntity } from './release.entity.js';
import { sha256, type Resource } from './resource.js';

/** The newest release that the engine did not refuse: what drafts are changes of. */
export const newestRelease = async (db: EntityManager): Promise<ReleaseEntity | null> =>
  (await db.find(ReleaseEntity, { where: { state: Not('failed') }, order: { version: 'DESC' }, take: 1 }))[0] ?? null;

/** By its id, its version or `live`. @throws not found. */
export async function releaseBy(db: EntityManager, which: string): Promise<ReleaseEntity> {
  const where = which === 'live' ? { state: 'live' as const } : /^\d{1,9}$/.test(which) ? { version: Number(which) } : { id: which };
  const release = await db.findOneBy(ReleaseEntity, where);
  if (!release) throw Problem.notFound();
  return release;
}

export async function resourcesOf(db: EntityManager, release: ReleaseEntity | null): Promise<Resource[]> {
  if (!release) return [];
  const rows = await db.find(ReleaseResourceEntity, { where: { releaseId: release.id }, order: { path: 'ASC' } });
  return rows.map(({ path, kind, key, content }) => ({ path, kind, key, content }));
}

/** The newest older release that `changed` brings back: all its files are as they are here, and what came since is left as it is. Null: none. */
export async function versionWithSame(db: EntityManager, resources: readonly Resource[], changed: readonly string[]): Promise<number | null> {
  const hashes = new Map(resources.map(({ path, content }) => [path, sha256(content)]));
  for (const release of await db.find(ReleaseEntity, { where: { state: 'retired' }, order: { version: 'DESC' } })) {
    const files = await db.find(ReleaseResourceEntity, { where: { releaseId: release.id }, select: { path: true, sha256: true } });
    const own = new Set(files.map(({ path }) => path));
    if (changed.every((path) => own.has(path) || !hashes.has(path)) && files.every((file) => hashes.get(file.path) === file.sha256)) return release.version;
  }
  return null;
}

/** The newest release with the drafts laid over it, without what they take out: what would be published; `changed` are the paths that differ. */
export async function nextBundle(db: EntityManager): Promise<{ resources: Resource[]; drafts: DraftEntity[]; changed: string[] }> {
  const drafts = await db.find(DraftEntity, { order: { path: 'ASC' } });
  const byPath = new Map((await resourcesOf(db, await newestRelease(db))).map((resource) => [resource.path, resource]));
  const changed = drafts.filter(({ path, removed, content }) => byPath.get(path)?.content !== (removed ? undefined : content)).map(({ path }) => path);
  for (const { path, kind, key, content, removed } of drafts) {
    if (removed) byPath.delete(path);
    else byPath.set(path, { path, kind, key, content });
  }
  return { resources: [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), drafts, changed };
}
