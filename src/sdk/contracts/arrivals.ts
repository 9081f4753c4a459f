/**
 * When requests came, and whether all that came before a moment are through: for rules that close at a moment. How long a request
 * waits for its turn is the server's affair, not its sender's.
 *
 * @beta
 * @example
 * const inTime = arrivals.now() < due;
 * const mayClose = await arrivals.through(due);
 */
export abstract class Arrivals {
  /** When all of the request under way had come, by the {@link Clock}; the time of day where none is, as in a handler. */
  abstract now(): Date;
  /** Whether nothing that came before `moment`, to whichever node, is still to be written down. */
  abstract through(moment: Date): Promise<boolean>;
}
