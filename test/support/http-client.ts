import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: IncomingHttpHeaders;
  readonly setCookie: readonly string[];
}

/** Speaks to the application as the admin's pages do: with their header, and with the cookies that it was given. */
export class HttpClient {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = { 'x-tertib': '1' },
  ) {}

  get = <T = Record<string, unknown>>(path: string, headers?: Record<string, string>) => this.send<T>('GET', path, undefined, headers);
  post = <T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) => this.send<T>('POST', path, body, headers);
  put = <T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) => this.send<T>('PUT', path, body, headers);
  delete = <T = Record<string, unknown>>(path: string, headers?: Record<string, string>) => this.send<T>('DELETE', path, undefined, headers);

  signIn = (username: string, password: string, headers?: Record<string, string>) => this.post('/api/session', { username, password }, headers);

  /** By `node:http`, because `fetch` writes the Host header itself. */
  private async send<T>(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const call = request(new URL(path, this.url), {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...this.headers,
        ...headers,
      },
    });
    const answered = new Promise<Answer<T>>((resolve, reject) => {
      call.once('error', reject).once('response', (response) => {
        const setCookie = response.headers['set-cookie'] ?? [];
        for (const line of setCookie) this.keep(line);
        const json = response.headers['content-type']?.includes('json') ?? false;
        text(response)
          .then((content) => resolve({ status: response.statusCode ?? 0, body: (json ? JSON.parse(content) : content) as T, headers: response.headers, setCookie }))
          .catch(reject);
      });
    });
    call.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    return answered;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /Max-Age=0\b/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
