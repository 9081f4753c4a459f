import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Asker, AuditLog, Clock, Problem, Transactions, type Text } from '../../sdk/index.js';
import { authorship } from './authorship.js';
import { newestRelease, nextBundle, resourcesOf } from './bundle.js';
import { formsIn } from './check/fields.js';
import { DraftEntity } from './draft.entity.js';
import { formVariables, type FormVariable } from './form-variables.js';
import { ReleaseCheck } from './release-check.js';
import { ReleaseProblem } from './releases.problems.js';
import { namesOf } from './resource-names.js';
import { pathOf, RESOURCE_KEY, sha256, type Resource, type ResourceKind } from './resource.js';

/** A resource as an editor loads it. */
export interface DraftView {
  readonly kind: ResourceKind;
  readonly key: string;
  /** What people call it. */
  readonly title: Text;
  readonly path: string;
  readonly content: string;
  /** Send it back as If-Match. */
  readonly etag: string;
  /** Whether it differs from the newest release; `base` is that release's content, null for a new resource. */
  readonly changed: boolean;
  /** The next version is without it; the content is the newest release's, which comes back when this is discarded. */
  readonly removed: boolean;
  readonly base: string | null;
  readonly updatedAt: Date | null;
  readonly updatedByName: string | null;
}

/** What administrators are editing. Nobody overwrites another's work unseen: every save names the content it began from. */
@Injectable()
export class Drafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly check: ReleaseCheck,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  async list(): Promise<Omit<DraftView, 'content' | 'base'>[]> {
    const { resources, drafts } = await nextBundle(this.transactions.read);
    const base = await this.base();
    return Promise.all([...resources, ...takenOut(drafts, base)].toSorted(byPath).map(async (resource) => {
      const { content: _content, base: _base, ...rest } = await view(resource, base.get(resource.path)?.content, drafts.find((draft) => draft.path === resource.path));
      return rest;
    }));
  }

  /** Of all forms that can be read, by form and in their order. */
  async variables(): Promise<FormVariable[]> {
    const { resources } = await nextBundle(this.transactions.read);
    return formsIn(resources).flatMap(formVariables);
  }

  /** @throws not found. */
  async get(kind: ResourceKind, key: string): Promise<DraftView> {
    const found = await this.find(kind, key);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** @throws 422 with findings, 428 without `match` on what exists, 412 with the current content when it is another's. */
  async put(kind: ResourceKind, key: string, content: string, match: string | undefined): Promise<DraftView> {
    if (!RESOURCE_KEY.test(key)) throw Problem.notFound();
    const resource: Resource = { path: pathOf(kind, key), kind, key, content };
    const findings = await this.check.file(resource);
    if (findings.length > 0) throw ReleaseProblem.refused(findings);
    await this.refusingRivals(resource, async (db) => {
      const current = await this.find(kind, key);
      mustMatch(current, match);
      const values = { content, ...authorship(this.asker, this.clock) };
      const draft = await db.findOneBy(DraftEntity, { path: resource.path });
      if (!draft) await db.insert(DraftEntity, { ...values, path: resource.path, kind, key, version: 1 });
      else {
        const { affected } = await db.createQueryBuilder().update(DraftEntity).set({ ...values, removed: false, version: () => 'version + 1' }).where({ path: resource.path, version: draft.version }).execute();
        if (affected !== 1) throw ReleaseProblem.changedMeanwhile({ ...current });
      }
      await this.audit.write({ action: 'draft.saved', subject: resource.path, detail: { sha256: sha256(content) } });
    });
    return this.get(kind, key);
  }

  /** Goes back to the newest release; a resource that is new disappears. */
  async discard(kind: ResourceKind, key: string, match: string | undefined): Promise<void> {
    await this.transactions.tx(async (db) => {
      mustMatch(await this.get(kind, key), match);
      await db.delete(DraftEntity, { path: pathOf(kind, key) });
      await this.audit.write({ action: 'draft.discarded', subject: pathOf(kind, key) });
    });
  }

  /** Two who save a first draft in the same moment on PostgreSQL: the second one's insert fails. */
  private async refusingRivals({ kind, key }: Resource, work: (db: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.transactions.tx(work);
    } catch (error) {
      throw error instanceof QueryFailedError ? ReleaseProblem.changedMeanwhile({ ...(await this.find(kind, key)) }) : error;
    }
  }

  private async find(kind: ResourceKind, key: string): Promise<DraftView | null> {
    const path = pathOf(kind, key);
    const { resources, drafts } = await nextBundle(this.transactions.read);
    const base = await this.base();
    const resource = [...resources, ...takenOut(drafts, base)].find((item) => item.path === path);
    return resource ? view(resource, base.get(path)?.content, drafts.find((draft) => draft.path === path)) : null;
  }

  private async base(): Promise<Map<string, Resource>> {
    const resources = await resourcesOf(this.transactions.read, await newestRelease(this.transactions.read));
    return new Map(resources.map((resource) => [resource.path, resource]));
  }
}

const byPath = (a: Resource, b: Resource): number => (a.path < b.path ? -1 : 1);
/** What the newest release has and drafts take out, as it was. */
const takenOut = (drafts: readonly DraftEntity[], base: ReadonlyMap<string, Resource>): Resource[] => drafts.flatMap(({ removed, path }) => (removed ? (base.get(path) ?? []) : []));

async function view(resource: Resource, base: string | undefined, draft: DraftEntity | undefined): Promise<DraftView> {
  const { kind, key, path, content } = resource;
  const { title } = await namesOf(resource);
  return { kind, key, title, path, content, etag: `"${sha256(content).slice(0, 32)}"`, changed: draft !== undefined && (draft.removed || content !== base), removed: draft?.removed === true, base: base ?? null, updatedAt: draft?.updatedAt ?? null, updatedByName: draft?.updatedByName ?? null };
}

function mustMatch(current: DraftView | null, match: string | undefined): void {
  // Where a file was taken out there is nobody's text to be overwritten.
  if (current && !current.removed && match === undefined) throw ReleaseProblem.matchMissing();
  if (match === undefined || match.replace(/^W\//, '') === current?.etag) return;
  throw ReleaseProblem.changedMeanwhile({ ...current });
}
