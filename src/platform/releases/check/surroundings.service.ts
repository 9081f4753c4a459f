import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import { newestRelease, resourcesOf } from '../bundle.js';
import { PageNeeds, RunningReleases } from '../ports.js';
import { ReleaseEntity } from '../release.entity.js';
import type { RunningRelease, Surroundings } from './surroundings.js';

/** What stands around a release that is to be published: the one before it, and those with running cases. */
@Injectable()
export class CheckSurroundings {
  /** Releases never change, so each is read once. */
  private readonly read = new Map<string, RunningRelease>();

  constructor(
    private readonly transactions: Transactions,
    private readonly cases: RunningReleases,
    private readonly users: UsersRepository,
    private readonly pages: PageNeeds,
  ) {}

  async now(): Promise<Surroundings> {
    const db = this.transactions.read;
    const ids = await this.cases.ids();
    for (const id of this.read.keys()) if (!ids.includes(id)) this.read.delete(id);
    const unread = ids.filter((id) => !this.read.has(id));
    for (const release of unread.length > 0 ? await db.findBy(ReleaseEntity, { id: In(unread) }) : []) this.read.set(release.id, { version: release.version, resources: await resourcesOf(db, release) });
    return { before: await resourcesOf(db, await newestRelease(db)), running: [...this.read.values()], people: new Map((await this.users.all()).map((user) => [user.username, user])), pages: this.pages.all };
  }
}
