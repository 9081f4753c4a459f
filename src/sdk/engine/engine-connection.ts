import { EngineRejected, EngineUnavailable } from './errors.js';
import { exactLongs } from './exact-longs.js';
import { HttpExchange } from './http-exchange.js';
import { engineJson, engineTime } from './time.js';

/** Where the engine is, and who asks. @public */
export interface EngineOptions {
  /** The root of the REST API, such as `http://127.0.0.1:8080/engine-rest`. */
  readonly url: string;
  /** Its account there. */
  readonly user: string;
  /** Sent with every call (HTTP Basic). */
  readonly password: string;
  /** Milliseconds before a call counts as failed. Default 30000. */
  readonly timeout?: number;
  /** The id of what is under way, sent as `X-Correlation-Id`. */
  readonly correlationId?: () => string | undefined;
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
  private readonly authorization: string;
  private readonly timeout: number;
  private readonly correlationId: () => string | undefined;
  private readonly exchange: HttpExchange;

  constructor(options: EngineOptions) {
    this.exchange = new HttpExchange(options.url);
    this.authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;
    this.timeout = options.timeout ?? 30_000;
    this.correlationId = options.correlationId ?? (() => undefined);
  }

  /** The answer's JSON; undefined where the engine answers nothing. */
  async json<T>(method: string, path: string, call: EngineCall = {}): Promise<T> {
    const text = (await this.bytes(method, path, call)).toString();
    return (text === '' ? undefined : parsed(text)) as T;
  }

  /** The answer's bytes, unchanged. */
  async bytes(method: string, path: string, call: EngineCall = {}): Promise<Buffer> {
    const [body, contentType] = await payload(call.body);
    const correlationId = this.correlationId();
    const headers = { authorization: this.authorization, ...(contentType && { 'content-type': contentType }), ...(correlationId && { 'x-correlation-id': correlationId }) };
    const answer = await this.exchange.send({ method, path: path + search(call.query), headers, body, timeout: call.timeout ?? this.timeout, signal: call.signal }).catch((error: unknown) => {
      call.signal?.throwIfAborted();
      throw new EngineUnavailable(`The engine did not answer ${method} ${path}: ${reason(error)}`, { cause: error });
    });
    if (answer.status >= 300) throw refusal(answer.status, answer.body.toString());
    return answer.body;
  }
}

/** What is sent, and its content type. */
async function payload(body: unknown): Promise<[string | Buffer | undefined, string?]> {
  if (body === undefined) return [undefined];
  if (!(body instanceof FormData)) return [engineJson(body), 'application/json'];
  const form = new Response(body);
  return [Buffer.from(await form.arrayBuffer()), form.headers.get('content-type') ?? undefined];
}

function search(query: EngineCall['query']): string {
  if (!query) return '';
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
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
    return JSON.parse(exactLongs(text));
  } catch (error) {
    throw new EngineUnavailable('The engine answered something that is not JSON', { cause: error });
  }
}

const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};
