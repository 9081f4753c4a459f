import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { OverviewService } from './overview.service.js';
import type { OverviewQuery, OverviewSchema } from './overview.schemas.js';

type Overview = z.infer<typeof OverviewSchema>;

const SHORTEST_MS = 2_000;
/** An answer is kept so many times as long as it took: at most a twentieth of the time is spent on it, however many look on. */
const TIMES = 20;

/** Counting a year of cases takes a second or two, and each move of each case asks for it anew in every browser that looks on. */
@Injectable()
export class KeptOverviews {
  private readonly kept = new Map<string, { readonly answer: Promise<Overview>; until: number }>();

  constructor(private readonly overviews: OverviewService) {}

  of(query: z.infer<typeof OverviewQuery>): Promise<Overview> {
    const key = `${query.days} ${query.procedure}`;
    const known = this.kept.get(key);
    if (known && known.until > performance.now()) return known.answer;
    const began = performance.now();
    const entry = { answer: this.overviews.of(query), until: Infinity };
    this.kept.set(key, entry);
    entry.answer.then(
      () => {
        const now = performance.now();
        entry.until = now + Math.max(SHORTEST_MS, TIMES * (now - began));
      },
      () => this.kept.delete(key),
    );
    return entry.answer;
  }
}
