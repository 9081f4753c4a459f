import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { HandlerCatalogue, Transactions } from '../../../sdk/index.js';
import { nextBundle, resourcesOf } from '../bundle.js';
import { PastCases } from '../ports.js';
import { ReleaseEntity } from '../release.entity.js';
import { ReleaseProblem } from '../releases.problems.js';
import { bundleHash } from '../resource.js';
import type { ReplayModel } from './model.js';
import { ReplayModels } from './replay-models.js';
import type { ReplayNext, ReplayPart } from './replays.schemas.js';
import { retell } from './retell.js';
import { Tally } from './tally.js';

/** Older cases say little of how people work now. */
const MOST_CASES = 1_000;
/** So many are walked for one request: well under a second, and whoever asks may stop in between. */
const PART = 100;
/** Others wait no longer than this while cases are walked, in milliseconds. */
const SLICE = 15;

/** Walks finished cases through the drafts as they are saved. */
@Injectable()
export class Replays {
  private readonly models: ReplayModels;

  constructor(
    private readonly transactions: Transactions,
    private readonly past: PastCases,
    handlers: HandlerCatalogue,
  ) {
    this.models = new ReplayModels(handlers);
  }

  /** The next part of a replay; null begins one. @throws 409 when somebody has saved a draft since it began. */
  async part(next: ReplayNext | null): Promise<ReplayPart> {
    const { resources } = await nextBundle(this.transactions.read);
    const drafts = bundleHash(resources);
    if (next && next.drafts !== drafts) throw ReleaseProblem.draftsChanged();
    const from = next?.from ?? 0;
    const { total: all, until, cases } = await this.past.page(from, Math.min(PART, MOST_CASES - from), next?.until ?? null);
    const draft = await this.models.of(resources);
    const then = await this.releases(new Set(cases.map(({ releaseId }) => releaseId)));
    const tally = new Tally();
    let begun = performance.now();
    for (const past of cases) {
      const release = then.get(past.releaseId) ?? draft;
      tally.add(past, retell(past, draft, release), draft, release);
      if (performance.now() - begun < SLICE) continue;
      await setImmediate();
      begun = performance.now();
    }
    const total = Math.min(all, MOST_CASES);
    const done = from + cases.length;
    return { total, done, older: all - total, next: done < total && cases.length > 0 ? { from: done, until, drafts } : null, ...tally.result() };
  }

  private async releases(ids: ReadonlySet<string>): Promise<Map<string, ReplayModel>> {
    const db = this.transactions.read;
    const found = ids.size === 0 ? [] : await db.findBy(ReleaseEntity, { id: In([...ids]) });
    const models = new Map<string, ReplayModel>();
    for (const release of found) models.set(release.id, await this.models.of(await resourcesOf(db, release)));
    return models;
  }
}
