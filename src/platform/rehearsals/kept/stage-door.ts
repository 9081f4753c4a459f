import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenRehearsal } from '../rehearsal.js';

export interface StageAnswer {
  readonly ok: boolean;
  /** What it says where it is none. */
  readonly why: string;
  readonly body: unknown;
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly message?: string }[];
}

/** Asks a stage's HTTP interface as somebody's browser does. It is reached from this machine alone, and for as long as a test runs. */
export class StageDoor {
  private constructor(
    private readonly play: OpenRehearsal,
    private readonly url: string,
    readonly close: () => void,
  ) {}

  static async open(play: OpenRehearsal): Promise<StageDoor> {
    const server = createServer((request, response) => void play.stage.handle(request as never, response as never, () => response.writeHead(404).end()));
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const close = (): void => {
      server.close();
      server.closeAllConnections();
    };
    return new StageDoor(play, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close);
  }

  async ask(by: string, method: string, path: string, body?: object | null): Promise<StageAnswer> {
    const sent = body instanceof FormData ? { body } : body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
    const answer = await fetch(`${this.url}${path}`, { method, ...sent, headers: { ...sent.headers, cookie: await this.play.cookieOf(by), 'x-tertib': '1' } });
    const said = read(await answer.text());
    return { ok: answer.ok, why: whyOf(said, answer.status), body: said };
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function whyOf(said: unknown, status: number): string {
  const { title, detail, errors = [] } = (said ?? {}) as ProblemBody;
  return [detail ?? title ?? String(status), ...errors.flatMap(({ message }) => message ?? [])].join(' ');
}
