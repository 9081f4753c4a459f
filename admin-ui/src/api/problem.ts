/** One field or component that the server did not accept. */
export interface FieldError {
  path: string;
  message: string;
  component?: string;
}

/** An answer of the server that is not a success, as RFC 9457 problem+json tells it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: FieldError[] = [],
    readonly correlationId?: string,
    readonly body: unknown = undefined,
  ) {
    super(message);
  }

  /** No answer came at all: the network, or the app, is away. */
  get offline(): boolean {
    return this.status === 0;
  }
}

interface Body {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldError[];
  correlationId?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Body;
  const text = body.detail ?? body.title ?? `HTTP ${response.status}`;
  return new Problem(response.status, body.code ?? `http.${response.status}`, text, body.errors ?? [], body.correlationId, body);
}
