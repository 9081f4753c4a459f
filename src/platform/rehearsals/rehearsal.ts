import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Principal } from '../../sdk/index.js';
import { OfficeEntity, Sessions, UsersRepository } from '../identity/index.js';
import { Database, requestContext } from '../kernel/index.js';
import type { Stage } from './ports.js';
import { RehearsalProblem } from './rehearsals.problems.js';

/** As both kinds of connection name it; the stage accepts either. */
const cookies = (token: string): string => `__Host-tertib=${token}; tertib-http=${token}`;

/** Somebody who can be played. */
export interface Player {
  readonly principal: Principal;
  /** The office's name. */
  readonly office: string | null;
}

/** A rehearsal whose stage stands: people are played by whoever rehearses. */
export class OpenRehearsal {
  private readonly tokens = new Map<string, Promise<string>>();
  private players: Promise<Player[]> | undefined;

  constructor(readonly stage: Stage) {}

  /** A service of the stage's application. */
  part<T>(type: abstract new (...args: never[]) => T): T {
    return this.stage.application.get(type, { strict: false });
  }

  /** Passes a request to the stage's application as this person's. @throws where nobody is called so. */
  async play(username: string, path: string, request: Request, response: Response): Promise<void> {
    request.headers.cookie = await this.cookieOf(username);
    delete request.headers.authorization;
    request.url = path;
    request.baseUrl = '';
    this.stage.handle(request, response, (error?: unknown) => {
      if (!response.headersSent) response.status(error === undefined ? 404 : 500).end();
    });
  }

  /** What a request of this person's carries. @throws where nobody is called so. */
  async cookieOf(username: string): Promise<string> {
    return cookies(await this.tokenOf(username));
  }

  /** Asks the stage's services as this person. @throws where nobody is called so. */
  async as<T>(username: string, work: (principal: Principal) => Promise<T>): Promise<T> {
    const users = this.part(UsersRepository);
    const user = await users.byUsername(username);
    const principal = user?.active ? await users.principal(user.id) : null;
    if (!principal) throw RehearsalProblem.nobody(username);
    return requestContext.run({ correlationId: randomUUID(), language: 'id', principal }, () => work(principal));
  }

  /** Everybody of the office. Asked for with every look at the board, where an office may have thousands. */
  people(): Promise<Player[]> {
    const players = this.players ?? this.findPeople();
    this.players = players;
    players.catch(() => (this.players = undefined));
    return players;
  }

  /** Sessions end by time, and so do substitutions; a rehearsal moves it. */
  timeHasMoved(): void {
    this.tokens.clear();
    this.players = undefined;
  }

  private async findPeople(): Promise<Player[]> {
    const users = this.part(UsersRepository);
    const offices = new Map((await this.part(Database).read.find(OfficeEntity)).map(({ id, name }) => [id, name]));
    const active = (await users.all()).filter((user) => user.active);
    const found = await Promise.all(active.map(async ({ id, officeId }) => ({ principal: await users.principal(id), office: offices.get(officeId ?? '') ?? null })));
    return found.flatMap(({ principal, office }) => (principal ? [{ principal, office }] : []));
  }

  private tokenOf(username: string): Promise<string> {
    const known = this.tokens.get(username) ?? this.open(username);
    this.tokens.set(username, known);
    known.catch(() => this.tokens.delete(username));
    return known;
  }

  private async open(username: string): Promise<string> {
    const user = await this.part(UsersRepository).byUsername(username);
    if (!user?.active) throw RehearsalProblem.nobody(username);
    return this.part(Sessions).open(user.id);
  }
}
