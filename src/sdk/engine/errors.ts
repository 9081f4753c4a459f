/** The engine could not be asked, or died while it answered: the same call may succeed later. @beta */
export class EngineUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineUnavailable';
  }
}

/**
 * The engine understood the call and refused it.
 *
 * Known shapes: 404 for an external task that is done, 400 for one whose lock is lost, and 500 with `task is null`
 * for a user task that is completed or interrupted. A wrong password gives 401 and locks the user for a while.
 * @beta
 */
export class EngineRejected extends Error {
  constructor(
    /** HTTP status that the engine answered. */
    readonly status: number,
    /** The engine's own name of the error, such as `RestException` or `ParseException`. */
    readonly type: string,
    message: string,
  ) {
    super(message);
    this.name = 'EngineRejected';
  }
}

/** A process variable in a form that only Java reads, met when it is asked for. No retry mends it: in a handler it is an incident at once. @beta */
export class VariableUnreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VariableUnreadable';
  }
}
