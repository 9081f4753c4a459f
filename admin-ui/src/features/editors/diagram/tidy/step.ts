export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A step that gets a place, with the room that its name needs above or below it. */
export interface Step {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** How wide it is with its name. */
  readonly room: number;
  /** The lane it stays in, counted from above. */
  readonly lane: number;
  readonly above: number;
  readonly below: number;
  /** The room that the names of its flows need behind it. */
  readonly after: number;
  /** A group of steps that reaches into the next lane: how high it is in its own, and in the next. */
  readonly across?: readonly [number, number];
}

/** A flow from one step to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  /** It leaves from something at the lower edge of the step. */
  readonly atEdge: boolean;
}

export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
export const meet = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
