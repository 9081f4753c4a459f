import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandFailed, textOf, UsageError, type Option, type Values } from '../command.js';
import type { Finding } from '../../platform/releases/index.js';

/** Of every command that asks a running server. */
export const SERVER: Readonly<Record<string, Option>> = {
  url: { type: 'string', value: 'address', summary: 'where Tertib runs; default: TERTIB_URL, or http://127.0.0.1:3000' },
  'token-file': { type: 'string', value: 'file', summary: 'a file that holds an API token; default: TERTIB_TOKEN' },
};

/** What a server answers that does not do as it was asked. */
export class Refused extends CommandFailed {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly findings: readonly Finding[],
  ) {
    super(message);
  }
}

/** A running Tertib, asked with a token. */
export class Server {
  constructor(
    private readonly url: URL,
    private readonly token: string,
  ) {}

  get = <T>(path: string): Promise<T> => this.send<T>('GET', path);
  put = <T>(path: string, body: unknown): Promise<T> => this.send<T>('PUT', path, body);
  post = <T>(path: string, body: unknown): Promise<T> => this.send<T>('POST', path, body);
  delete = <T>(path: string): Promise<T> => this.send<T>('DELETE', path);

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.fetched(method, path, body);
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    if (answer.ok && (json || text === '')) return (text === '' ? null : JSON.parse(text)) as T;
    if (!json) throw new CommandFailed(`${this.url.origin} answers ${answer.status} and nothing that Tertib would say. Is that the right address? --url <address>`);
    const { detail, code, findings } = JSON.parse(text) as { detail?: string; code?: string; findings?: readonly Finding[] };
    const cure = answer.status === 401 ? ' An administrator makes tokens under Settings.' : '';
    throw new Refused(`${this.url.origin} refuses (${answer.status}): ${detail ?? code ?? 'no reason given'}${cure}`, answer.status, code ?? '', findings ?? []);
  }

  private async fetched(method: string, path: string, body: unknown): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'accept-language': 'en', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    try {
      return await fetch(new URL(path, this.url), { method, headers, redirect: 'error', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    } catch (error) {
      const { cause } = error as { cause?: { message?: string } };
      throw new CommandFailed(`${this.url.origin} does not answer: ${cause?.message ?? String(error)}. Start Tertib there, or name where it runs: --url <address>`);
    }
  }
}

/** @throws UsageError without an address or a token that can be used. */
export function serverOf(values: Values, env: Readonly<Record<string, string | undefined>> = process.env): Server {
  const url = textOf(values, 'url') ?? env['TERTIB_URL'] ?? 'http://127.0.0.1:3000';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new UsageError(`"${url}" is not an address such as https://tertib.example.org: --url <address>`);
  return new Server(new URL(url), tokenOf(textOf(values, 'token-file'), env));
}

/** Never an option's value: every process list would show it. */
function tokenOf(file: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  if (file !== undefined && !existsSync(resolve(file))) throw new UsageError(`There is no file ${resolve(file)}. Name the one that holds the token: --token-file <file>`);
  const token = (file === undefined ? (env['TERTIB_TOKEN'] ?? '') : readFileSync(resolve(file), 'utf8')).trim();
  if (token === '') throw new UsageError('A token is needed: TERTIB_TOKEN, or --token-file <file>. An administrator makes one under Settings.');
  return token;
}
