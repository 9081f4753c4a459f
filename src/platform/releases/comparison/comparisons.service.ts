import { Injectable } from '@nestjs/common';
import { HandlerCatalogue, Problem, Transactions } from '../../../sdk/index.js';
import { newestRelease, nextBundle, releaseBy, resourcesOf } from '../bundle.js';
import { RoleTitles } from '../ports.js';
import { pathOf, type Resource, type ResourceKind } from '../resource.js';
import { compareFiles, type FileComparison } from './compare-files.js';

/** One side of a comparison: a release, or what is being edited. */
export interface Side {
  /** Null: the drafts. */
  readonly version: number | null;
}

export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly files: readonly FileComparison[];
}

/** What differs between versions of the procedure, in words. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: HandlerCatalogue,
    private readonly roles: RoleTitles,
  ) {}

  /** Two releases by id, version, `live` or `newest`; or `drafts`. @throws not found. */
  async between(from: string, to: string): Promise<Comparison> {
    const [before, after] = await Promise.all([this.side(from), this.side(to)]);
    return { before: { version: before.version }, after: { version: after.version }, files: await this.compare(before.resources, after.resources) };
  }

  /** What is saved, against what somebody has in front of them. @throws not found. */
  async withSaved(kind: ResourceKind, key: string, content: string): Promise<Comparison> {
    const { resources } = await nextBundle(this.transactions.read);
    const path = pathOf(kind, key);
    if (!resources.some((resource) => resource.path === path)) throw Problem.notFound();
    const mine = resources.map((resource) => (resource.path === path ? { ...resource, content } : resource));
    return { before: { version: null }, after: { version: null }, files: await this.compare(resources, mine) };
  }

  private async side(which: string): Promise<Side & { readonly resources: readonly Resource[] }> {
    const db = this.transactions.read;
    if (which === 'drafts') return { version: null, resources: (await nextBundle(db)).resources };
    const release = which === 'newest' ? await newestRelease(db) : await releaseBy(db, which);
    if (!release) throw Problem.notFound();
    return { version: release.version, resources: await resourcesOf(db, release) };
  }

  private async compare(before: readonly Resource[], after: readonly Resource[]): Promise<FileComparison[]> {
    return compareFiles(before, after, { roles: await this.roles.all(), topic: (name) => this.handlers.handler(name) });
  }
}
