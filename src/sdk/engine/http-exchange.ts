import * as http from 'node:http';
import * as https from 'node:https';

export interface HttpCall {
  readonly method: string;
  /** Path and query below the exchange's root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Requests to one server over kept connections. `fetch` would do too, but takes more than twice the processor time a call, of which a worker makes thousands. */
export class HttpExchange {
  private readonly request: typeof http.request;
  /** Read once: reading an address costs as much as all else that a call does before it is sent. */
  private readonly server: http.RequestOptions;
  private readonly root: string;

  /** @param url - the server's address, and the path under which all calls go. */
  constructor(url: string) {
    const { protocol, hostname, port, pathname } = new URL(url);
    const { request, Agent } = protocol === 'https:' ? https : http;
    this.request = request;
    this.root = pathname.replace(/\/$/, '');
    this.server = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, agent: new Agent({ keepAlive: true }) };
  }

  /** Rejects with the signal's reason, an error that says how long nothing came, or what the socket says. */
  send({ method, path, headers, body, timeout, signal }: HttpCall): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const allHeaders = body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
      const request = this.request({ ...this.server, method, path: this.root + path, headers: allHeaders });
      let ended: unknown;
      const end = (reason: unknown): void => {
        ended = reason;
        request.destroy(new Error('ended', { cause: reason }));
      };
      const abandon = (): void => end(signal?.reason);
      const timer = setTimeout(() => end(new Error(`no answer in ${timeout} ms`)), timeout);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abandon);
      };
      const fail = (error: unknown): void => {
        settle();
        // The socket only knows that it was closed.
        reject(ended ?? error);
      };
      request.once('error', fail);
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', fail);
        response.once('end', () => {
          settle();
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) });
        });
      });
      signal?.addEventListener('abort', abandon, { once: true });
      if (signal?.aborted) abandon();
      request.end(body);
    });
  }
}
