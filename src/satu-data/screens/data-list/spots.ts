import type { Place, Row } from './cells.js';

/** A cell that somebody is at: its row by id, since rows come and go above it; `row` is where that stood last, for once it is gone. */
export interface Spot extends Place {
  readonly id: string | null;
}
/** As a range, in the list as it may be later. */
export interface SpotRange {
  readonly anchor: Spot;
  readonly focus: Spot;
}

export const spotAt = (rows: readonly Row[], { row, column }: Place): Spot => ({ id: rows[row]?.id ?? null, row, column });
export const spotsAt = (rows: readonly Row[], anchor: Place, focus: Place): SpotRange => ({ anchor: spotAt(rows, anchor), focus: spotAt(rows, focus) });

/** Where it is now. `places` are those of all rows by their ids. */
export const placeNow = ({ id, row, column }: Spot, places: ReadonlyMap<string, number>): Place => ({ row: Math.max(0, Math.min(places.size - 1, (id === null ? undefined : places.get(id)) ?? row)), column });
