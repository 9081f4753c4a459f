import type { Text } from '../../../sdk/index.js';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** One difference between two versions of a file, in words that need no file beside them. */
export interface Change {
  readonly change: ChangeKind;
  /** The diagram's element or the form's field; empty: the file as a whole. */
  readonly place: string;
  readonly words: Text;
}

/** Something that a version says, and how people say it. Two of them are the same if `raw` is. */
export interface Fact {
  readonly label: Text;
  readonly raw: string;
  readonly value: Text;
}

const RANK: Readonly<Record<ChangeKind, number>> = { added: 0, removed: 1, changed: 2, moved: 3 };

/** What was moved last: it says least. */
export const inOrder = (changes: readonly Change[]): Change[] => changes.toSorted((a, b) => RANK[a.change] - RANK[b.change]);
