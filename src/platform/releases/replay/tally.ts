import { OUTCOMES } from './difference.js';
import type { ReplayModel } from './model.js';
import type { PastCase } from './past.js';
import type { ReplayPart } from './replays.schemas.js';
import type { Retold } from './retell.js';
import { sentence } from './words.js';

type Group = ReplayPart['groups'][number];
const MOST_EXAMPLES = 5;

/** Cases that fare alike are one group; the worst stand first, then the largest. */
export class Tally {
  private readonly groups = new Map<string, Group>();
  private readonly counts = new Map<string, ReplayPart['ways'][number]>();

  add({ id, title }: PastCase, { outcome, difference, way }: Retold, draft: ReplayModel, then: ReplayModel): void {
    const { code, processKey, elementId, detail } = difference;
    const key = [code, processKey, elementId, detail].join(' ');
    const known = this.groups.get(key) ?? { key, outcome, code, processKey, elementId, flowId: code === 'other-flow' ? detail : '', words: sentence(difference, draft, then), count: 0, examples: [] };
    this.groups.set(key, { ...known, count: known.count + 1, examples: known.examples.length < MOST_EXAMPLES ? [...known.examples, { id, title }] : known.examples });
    for (const [process, ids] of way) for (const elementOrFlow of ids) this.count(process, elementOrFlow);
  }

  result(): Pick<ReplayPart, 'groups' | 'ways'> {
    const groups = [...this.groups.values()].toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.count - a.count);
    return { groups, ways: [...this.counts.values()] };
  }

  private count(processKey: string, elementId: string): void {
    const key = `${processKey} ${elementId}`;
    const known = this.counts.get(key) ?? { processKey, elementId, count: 0 };
    known.count += 1;
    this.counts.set(key, known);
  }
}
