/** Thrown by a handler for an outcome that the diagram models: becomes a BPMN error with this code. Never retried. */
export class BusinessError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly variables: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'BusinessError';
  }
}

/** Thrown for what may pass by itself; any other error counts as one too. `delay` in seconds overrides the handler's back-off. */
export class RetryableError extends Error {
  constructor(
    message: string,
    readonly delay?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RetryableError';
  }
}

/** Thrown for what no retry mends: an incident at once. */
export class FatalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FatalError';
  }
}
