import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './app.js';

/** Where the server answered with an error; the problem document is its body. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>>,
    request: string,
  ) {
    super(`${request}: ${status} ${JSON.stringify(body)}`);
  }
}

export interface FileRecord {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly sha256: string;
}

export interface TaskRow {
  readonly id: string;
  readonly name: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly formKey: string | null;
  readonly role: string | null;
  readonly officeId: string | null;
  readonly state: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
}

export interface TaskDetail extends TaskRow {
  readonly data: Readonly<Record<string, unknown>>;
  readonly draftVersion: number | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
}

export type Credentials = Pick<Account, 'username' | 'password'>;
type Body = FormData | object | undefined;

/** Somebody who is signed in, with nothing but HTTP. */
export class Person {
  private constructor(
    readonly url: string,
    readonly username: string,
    readonly cookie: string,
    /** As `GET /api/session` answers. */
    readonly user: { readonly id: string; readonly roles: readonly string[]; readonly officeId: string | null },
  ) {}

  static async signIn(url: string, { username, password }: Credentials): Promise<Person> {
    const answer = await send(url, 'POST', '/api/session', { username, password });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { user } = parsed<{ user: Person['user'] }>(answer, `POST /api/session (${username})`);
    return new Person(url, username, cookie, user);
  }

  /** Goes on in a session that is there already. */
  static async inSession(url: string, cookie: string): Promise<Person> {
    const answer = await send(url, 'GET', '/api/session', undefined, { cookie });
    const { user } = parsed<{ user: Person['user'] & { username: string } }>(answer, 'GET /api/session');
    return new Person(url, user.username, cookie, user);
  }

  /** Signs in with a one-time password and replaces it by `password`. */
  static async firstSignIn(url: string, username: string, oneTimePassword: string, password: string): Promise<Person> {
    const first = await Person.signIn(url, { username, password: oneTimePassword });
    await first.put('/api/session/password', { current: oneTimePassword, next: password });
    return Person.signIn(url, { username, password });
  }

  /** Whatever the answer is. */
  send(method: string, path: string, body?: Body, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return send(this.url, method, path, body, { cookie: this.cookie, ...headers });
  }

  async get<T = unknown>(path: string): Promise<T> {
    return parsed<T>(await this.send('GET', path), `GET ${path}`);
  }

  async post<T = unknown>(path: string, body: Body = {}): Promise<T> {
    return parsed<T>(await this.send('POST', path, body), `POST ${path}`);
  }

  async put<T = unknown>(path: string, body: Body = {}): Promise<T> {
    return parsed<T>(await this.send('PUT', path, body), `PUT ${path}`);
  }

  /** All open tasks of the person's roles, page by page. */
  async tasks(filter: Readonly<Record<string, string>> = {}): Promise<TaskRow[]> {
    const rows: TaskRow[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = new URLSearchParams({ scope: 'all', limit: '200', ...filter, ...(cursor && { cursor }) });
      const page: { items: TaskRow[]; next: string | null } = await this.get(`/api/tasks?${query}`);
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }

  open(taskId: string): Promise<TaskDetail> {
    return this.get(`/api/tasks/${taskId}`);
  }

  claim(taskId: string): Promise<unknown> {
    return this.post(`/api/tasks/${taskId}/claim`);
  }

  complete(taskId: string, data: object): Promise<{ submissionId: string; nextTaskId: string | null }> {
    return this.post(`/api/tasks/${taskId}/complete`, { data });
  }

  upload(name: string, content: Buffer | string, fields: Readonly<Record<string, string>> = {}): Promise<FileRecord> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    return this.post('/api/files', form);
  }

  async start(procedure: string, data: object): Promise<string> {
    const { caseId } = await this.post<{ caseId: string }>(`/api/procedures/${procedure}/start`, { data });
    return caseId;
  }

  /** The first open task that fits; tasks come a moment after the step before them. */
  async waitForTask(fits: (task: TaskRow) => boolean, timeout = 20_000): Promise<TaskRow> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const tasks = await this.tasks();
      const found = tasks.find(fits);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`${this.username} has waited ${timeout} ms for a task. Open: ${tasks.map(({ name }) => name).join('; ') || 'none'}`);
      await sleep(100);
    }
  }
}

async function send(url: string, method: string, path: string, body?: Body, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const isForm = body instanceof FormData;
  const withBody = body !== undefined && method !== 'GET';
  const ask = () => fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'x-tertib': '1', origin: url, ...(withBody && !isForm && { 'content-type': 'application/json' }), ...headers },
    body: withBody ? (isForm ? body : JSON.stringify(body)) : undefined,
    signal: AbortSignal.timeout(60_000),
  });
  // A connection that was kept may be over just when it is used again; as a browser does, what changes nothing is asked for once more.
  const response = await ask().catch((error: unknown) => (method === 'GET' && error instanceof TypeError ? ask() : Promise.reject(error)));
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && bytes.length > 0;
  return { status: response.status, headers: response.headers, bytes, json: isJson ? JSON.parse(bytes.toString()) : undefined };
}

function parsed<T>({ status, json, bytes }: Answer, request: string): T {
  if (status >= 200 && status < 300) return json as T;
  throw new RequestFailed(status, (json as Record<string, unknown> | undefined) ?? { text: bytes.toString().slice(0, 300) }, request);
}
