/**
 * The only source of the time of day, so that a test can move it.
 *
 * @public
 * @example
 * const late = this.clock.now() > due;
 */
export abstract class Clock {
  /** The time as the application sees it; in life that of the machine. */
  abstract now(): Date;
}
