/** Tasks that are fetched together, and how many of them are held. A topic with a limit of its own has a lane of its own. */
export class Lane {
  waiting = 0;
  running = 0;

  /**
   * @param limit - the most that may be held at once; without one, the waiting ones are kept at `reserve` or a little more,
   * so that handlers never wait for a poll.
   */
  constructor(
    private readonly limit: number | undefined,
    private readonly reserve: number,
    private readonly maxTasks: number,
  ) {}

  /** How many more may be fetched now. */
  get room(): number {
    if (this.limit !== undefined) return Math.min(this.maxTasks, this.limit - this.waiting - this.running);
    return this.waiting < this.reserve ? this.maxTasks : 0;
  }
}
