/** The only source of the time of day, so that a test can move it. */
export abstract class Clock {
  abstract now(): Date;
}
