/** An edit of a row that the server has taken: from which version to which, and the fields that it wrote. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
}

/** Versions after the one from which an edit goes out that our own edits made: what those wrote is no clash with it. */
export const ownAfter = (version: number, steps: readonly Step[]): number[] => steps.flatMap(({ to }) => (to > version ? [to] : []));

/**
 * The version from which an edit of some fields goes out: the one that was seen of its row, or a later one that nothing but our own edits led to. Where somebody else's change
 * lies between, that one only for fields that our edit wrote: that nobody else had touched these the server has said by taking it. All else it has to be asked.
 */
export const advanced = (seen: number, keys: readonly string[], steps: readonly Step[]): number =>
  steps.reduce((at, { from, to, keys: written }) => (from <= at && at < to && (to === from + 1 || keys.every((key) => written.includes(key))) ? to : at), seen);
