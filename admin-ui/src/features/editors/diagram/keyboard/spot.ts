export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const ROOM = 20;
const TRIES = 40;

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + ROOM && other.x < one.x + one.width + ROOM && one.y < other.y + other.height + ROOM && other.y < one.y + one.height + ROOM;

/** Where something may lie without lying on anything: as wanted, or below that, or else to its right. */
export function freeSpot(wanted: Box, taken: readonly Box[]): Box {
  for (let right = 0; right < TRIES; right++) {
    for (let down = 0; down <= 2; down++) {
      const box = { ...wanted, x: wanted.x + right * (wanted.width + ROOM), y: wanted.y + down * (wanted.height + ROOM) };
      if (!taken.some((one) => meet(box, one))) return box;
    }
  }
  return wanted;
}
