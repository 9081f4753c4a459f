import { EngineRejected, EngineUnavailable } from './errors.js';
import { engineJson, engineTime } from './time.js';

/** Where the engine is and who asks. */
export interface EngineOptions {
  /** The root of the REST API, such as `http://127.0.0.1:8080/engine-rest`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Milliseconds before a call counts as failed. Default 30000. */
  readonly timeout?: number;
}

export type QueryValue = string | number | boolean | Date | readonly string[] | undefined;

/** Options of a single call. */
export interface EngineCall {
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Sent as JSON, or as multipart where it is `FormData`. */
  readonly body?: unknown;
  /** Replaces the connection's timeout, in milliseconds. */
  readonly timeout?: number;
  /** Abandons the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One authenticated, keep-alive connection to the engine's REST API. */
export class EngineConnection {
  private readonly url: string;
  private readonly authorization: string;
  private readonly timeout: number;

  constructor(options: EngineOptions) {
    this.url = options.url.replace(/\/$/, '');
    this.authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;
    this.timeout = options.timeout ?? 30_000;
  }

  /** The answer's JSON; undefined where the engine answers nothing. */
  async json<T>(method: string, path: string, call: EngineCall = {}): Promise<T> {
    const text = (await this.bytes(method, path, call)).toString();
    return (text === '' ? undefined : parsed(text)) as T;
  }

  /** The answer's bytes, unchanged. */
  async bytes(method: string, path: string, call: EngineCall = {}): Promise<Buffer> {
    const deadline = new Deadline(call.timeout ?? this.timeout, call.signal);
    try {
      const response = await fetch(this.url + path + search(call.query), {
        method,
        headers: this.headers(call.body),
        body: payload(call.body),
        signal: deadline.signal,
      });
      const body = Buffer.from(await response.arrayBuffer());
      if (!response.ok) throw refusal(response.status, body.toString());
      return body;
    } catch (error) {
      if (error instanceof EngineRejected || error instanceof EngineUnavailable) throw error;
      call.signal?.throwIfAborted();
      throw new EngineUnavailable(`The engine did not answer ${method} ${path}: ${reason(error)}`, { cause: error });
    } finally {
      deadline.clear();
    }
  }

  private headers(body: unknown): Record<string, string> {
    const headers: Record<string, string> = { authorization: this.authorization };
    if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
    return headers;
  }
}

/** AbortSignal.any would do, but on Node 20 it keeps every combination with a long-lived signal in memory. */
class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly abort = (): void => this.controller.abort(this.caller?.reason);

  constructor(
    milliseconds: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    this.timer = setTimeout(() => this.controller.abort(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    if (caller?.aborted) this.abort();
    caller?.addEventListener('abort', this.abort, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  clear(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.abort);
  }
}

function payload(body: unknown): FormData | string | undefined {
  if (body === undefined || body instanceof FormData) return body;
  return engineJson(body);
}

function search(query: EngineCall['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, value instanceof Date ? engineTime(value) : String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function refusal(status: number, body: string): EngineRejected | EngineUnavailable {
  const { type, message } = described(body);
  if (type === undefined && status >= 500) return new EngineUnavailable(`The engine answered ${status}`);
  return new EngineRejected(status, type ?? 'HttpError', message ?? `The engine answered ${status}`);
}

function described(body: string): { type?: string; message?: string } {
  try {
    return (JSON.parse(body) as { type?: string; message?: string } | null) ?? {};
  } catch {
    return {};
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EngineUnavailable('The engine answered something that is not JSON', { cause: error });
  }
}

const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};
