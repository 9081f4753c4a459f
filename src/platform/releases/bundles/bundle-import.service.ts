import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Asker, AuditLog, Clock, Transactions } from '../../../sdk/index.js';
import { takeTurn } from '../../kernel/index.js';
import { authorship } from '../authorship.js';
import { newestRelease, nextBundle, resourcesOf } from '../bundle.js';
import { CheckSurroundings } from '../check/surroundings.service.js';
import { DraftEntity } from '../draft.entity.js';
import { finding, type Finding } from '../finding.js';
import { ReleaseCheck } from '../release-check.js';
import { ReleaseProblem } from '../releases.problems.js';
import { bundleHash, type Resource } from '../resource.js';

export interface ImportWishes {
  /** Takes the place of what somebody is editing. */
  readonly overwrite: boolean;
  /** To be published as it is: all must fit together, and nobody's other drafts may go along. */
  readonly publishable: boolean;
  /** Takes out what the folder no longer has. */
  readonly prune: boolean;
}

/** What became of an import. */
export interface ImportResult {
  /** Paths that differ from the newest release now. */
  readonly changed: readonly string[];
  /** What the newest release has and the next one will not. */
  readonly removed: readonly string[];
  /** What the server has and the import has not; it stays. */
  readonly kept: readonly string[];
}

/** Takes a whole folder into the drafts: all of it, or nothing. */
@Injectable()
export class BundleImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly check: ReleaseCheck,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly around: CheckSurroundings,
  ) {}

  /** @throws 422 with findings; 409 where somebody's unpublished work would be lost, or go along unasked. */
  async take(incoming: readonly Resource[], { overwrite, publishable, prune }: ImportWishes): Promise<ImportResult> {
    const { resources: next } = await nextBundle(this.transactions.read);
    const base = await resourcesOf(this.transactions.read, await newestRelease(this.transactions.read));
    const beside = prune ? [] : without(base, incoming);
    const wanted = publishable ? await this.fitting(incoming, beside) : await this.sound(incoming);
    if (prune && !publishable) await this.unused(without(next, incoming), incoming);
    const paths = new Set(wanted.map(({ path }) => path));
    const pending = (await this.pending(next, base)).filter((path) => publishable || prune || paths.has(path));
    const lost = pending.filter((path) => !same(next, path, [...beside, ...wanted]) && !(paths.has(path) && same(next, path, incoming)));
    if (lost.length > 0 && !overwrite) throw ReleaseProblem.unpublishedWork(lost);
    return this.transactions.tx(async (db) => {
      await takeTurn(db, 'releases');
      // What was compared must be what is replaced.
      if (bundleHash((await nextBundle(db)).resources) !== bundleHash(next)) throw ReleaseProblem.underWay();
      for (const path of lost) if (!paths.has(path)) await db.delete(DraftEntity, { path });
      for (const resource of wanted) await this.save(db, resource, base);
      if (prune) for (const resource of without(base, wanted)) await this.takeOut(db, resource);
      const { changed, resources } = await nextBundle(db);
      const left = new Set(resources.map(({ path }) => path));
      const removed = base.map(({ path }) => path).filter((path) => !left.has(path));
      await this.audit.write({ action: 'drafts.imported', detail: { changed, overwritten: lost, removed } });
      return { changed, removed, kept: base.map(({ path }) => path).filter((path) => left.has(path) && !paths.has(path)) };
    });
  }

  /** As drafts are taken from an editor: each by its own allow-list, byte for byte. */
  private async sound(incoming: readonly Resource[]): Promise<readonly Resource[]> {
    refuseErrors((await Promise.all(incoming.map((resource) => this.check.file(resource)))).flat());
    return incoming;
  }

  /** As they would go live, diagrams written again: so the same folder is no change the next time. */
  private async fitting(incoming: readonly Resource[], beside: readonly Resource[]): Promise<readonly Resource[]> {
    const paths = new Set(incoming.map(({ path }) => path));
    const { findings, resources } = await this.check.release([...beside, ...incoming], await this.around.now());
    refuseErrors(findings);
    return resources.filter(({ path }) => paths.has(path));
  }

  /** Drafts need not fit together; but what is taken out must not be what makes them unfit. */
  private async unused(out: readonly Resource[], incoming: readonly Resource[]): Promise<void> {
    if (out.length === 0) return;
    const around = await this.around.now();
    const known = new Set((await this.check.findings([...out, ...incoming], around)).map(mark));
    refuseErrors((await this.check.findings(incoming, around)).filter((item) => !known.has(mark(item))));
  }

  /** Drafts that would change something if they were published. */
  private async pending(next: readonly Resource[], base: readonly Resource[]): Promise<string[]> {
    const { resources: written } = await this.check.release(next);
    return [...new Set([...next, ...base].map(({ path }) => path))].filter((path) => !same(next, path, base) && !same(written, path, base));
  }

  private async takeOut(db: EntityManager, { path, kind, key }: Resource): Promise<void> {
    const known = await db.findOneBy(DraftEntity, { path });
    if (known?.removed) return;
    await db.save(DraftEntity, { path, kind, key, content: '', removed: true, version: (known?.version ?? 0) + 1, ...authorship(this.asker, this.clock) });
  }

  private async save(db: EntityManager, { path, kind, key, content }: Resource, base: readonly Resource[]): Promise<void> {
    const known = await db.findOneBy(DraftEntity, { path });
    if (base.some((resource) => resource.path === path && resource.content === content)) {
      if (known) await db.delete(DraftEntity, { path });
      return;
    }
    if (known?.content === content && !known.removed) return;
    await db.save(DraftEntity, { path, kind, key, content, removed: false, version: (known?.version ?? 0) + 1, ...authorship(this.asker, this.clock) });
  }
}

const mark = ({ code, path, elementId, message }: Finding): string => [code, path, elementId, message.en].join(' ');
const without = (all: readonly Resource[], others: readonly Resource[]): Resource[] => all.filter(({ path }) => !others.some((other) => other.path === path));
const contentAt = (resources: readonly Resource[], path: string): string | undefined => resources.find((resource) => resource.path === path)?.content;
const same = (some: readonly Resource[], path: string, others: readonly Resource[]): boolean => contentAt(some, path) === contentAt(others, path);

function refuseErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw ReleaseProblem.refused(findings);
}

/** For a file that lies where none is expected. */
export const misplaced = (path: string): Finding => ({ ...finding('path-unknown', '', 'Di tempat ini tidak ada diagram, formulir, surat atau bagian bersama.', 'No diagram, form, letter or shared part can lie here: bpmn/<key>.bpmn, forms/<key>.json, letters/<key>.hbs, parts/<key>-<version>.json.'), path });
