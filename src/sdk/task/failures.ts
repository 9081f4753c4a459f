/**
 * Thrown by a handler for an outcome that the diagram models: becomes a BPMN error with this code, and `variables` go with it.
 * Never retried. Where the diagram catches no such code, the engine ends the execution at that point.
 *
 * @public
 * @example
 * throw new BusinessError('EMPTY', 'The data set has no rows', { dataset: id });
 */
export class BusinessError extends Error {
  constructor(
    /** As the diagram's error event names it. */
    readonly code: string,
    message: string,
    /** Process variables that go to the engine with it. Default: none. */
    readonly variables: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'BusinessError';
  }
}

/**
 * Thrown for what may pass by itself; any other error counts as one too. Uses up one of the handler's tries; `delay` replaces the wait
 * before the next one.
 *
 * @public
 * @example
 * throw new RetryableError('The portal is closed until 6', 3_600);
 */
export class RetryableError extends Error {
  constructor(
    message: string,
    /** Seconds until the next try, spread by ±20 %. Default: as the handler's `retries` say. */
    readonly delay?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RetryableError';
  }
}

/**
 * Thrown for what no retry mends: an incident at once, with this message, until somebody has the task run again.
 *
 * @public
 * @example
 * throw new FatalError(`Data set ${id} was deleted`);
 */
export class FatalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FatalError';
  }
}
