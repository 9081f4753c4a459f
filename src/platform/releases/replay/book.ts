import type { Passage, PastInstance } from './past.js';

/** Steps that people see done; branchings and frames are passed without anybody noticing. */
const UNSEEN = /Gateway$|^(startEvent|multiInstanceBody|subProcess|intermediateNoneThrowEvent)$/;
const END_OF_TIME = '9';

/** What is left of a past instance while it is retold: each passage is taken once. */
export class Book {
  private readonly open = new Map<string, Passage[]>();

  constructor(readonly instance: PastInstance) {
    for (const passage of instance.passages) {
      const of = this.open.get(passage.elementId);
      if (of) of.push(passage);
      else this.open.set(passage.elementId, [passage]);
    }
  }

  /** The next passage through an element. */
  take(elementId: string): Passage | undefined {
    return this.open.get(elementId)?.shift();
  }

  /** Those that began while something else lasted. */
  takeWithin(elementId: string, { startedAt, endedAt }: Pick<Passage, 'startedAt' | 'endedAt'>): Passage[] {
    const all = this.open.get(elementId) ?? [];
    const within = all.filter((one) => one.startedAt >= startedAt && one.startedAt <= (endedAt ?? END_OF_TIME));
    if (within.length > 0) this.open.set(elementId, all.filter((one) => !within.includes(one)));
    return within;
  }

  /** Of several elements the one that came next in fact. */
  next(elementIds: readonly string[], from: string): Passage | undefined {
    let first: Passage | undefined;
    for (const id of elementIds) {
      const passage = this.open.get(id)?.find(({ startedAt }) => startedAt >= from);
      if (passage && (!first || passage.startedAt < first.startedAt)) first = passage;
    }
    return first;
  }

  /** The first step that was done then, and is not done on paper. */
  firstLeft(): Passage | undefined {
    let first: Passage | undefined;
    for (const passage of [...this.open.values()].flat()) {
      if (!passage.canceled && !UNSEEN.test(passage.type) && (!first || passage.startedAt < first.startedAt)) first = passage;
    }
    return first;
  }
}
