import * as http from 'node:http';
import * as https from 'node:https';

export interface HttpCall {
  readonly method: string;
  readonly url: string;
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

/** Requests over kept connections. `fetch` would do too, but takes more than twice the processor time a call, of which a worker makes thousands. */
export class HttpExchange {
  private readonly http = new http.Agent({ keepAlive: true });
  private readonly https = new https.Agent({ keepAlive: true });

  /** Rejects with the signal's reason, an error that says how long nothing came, or what the socket says. */
  send({ method, url, headers, body, timeout, signal }: HttpCall): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const secure = url.startsWith('https:');
      const options = { method, headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) } };
      const request = secure ? https.request(url, { ...options, agent: this.https }) : http.request(url, { ...options, agent: this.http });
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
