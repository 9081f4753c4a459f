import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Transactions } from '../../../sdk/index.js';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void | Promise<void>)[];
}

/**
 * The only way to the database. On SQLite one write transaction runs at a time (its driver shares one connection, on
 * which a second writer's rows would vanish with the first one's roll-back) and reads have a connection of their own.
 */
@Injectable()
export class Database extends Transactions {
  private readonly logger = new Logger(Database.name);
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    readonly writer: DataSource,
    private readonly reader: DataSource,
    /** One connection for what must be written however many wait for theirs; none on SQLite, where one node writes, one after the other. */
    private readonly own: DataSource | null = null,
  ) {
    super();
  }

  /** Whether other nodes may work on this database. */
  get severalNodes(): boolean {
    return this.own !== null;
  }

  get read(): EntityManager {
    return this.open.getStore()?.manager ?? this.reader.manager;
  }

  get inTransaction(): boolean {
    return this.open.getStore() !== undefined;
  }

  async tx<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer.manager);
    const afterCommit: OpenTransaction['afterCommit'] = [];
    const run = () => this.writer.transaction((manager) => this.open.run({ manager, afterCommit }, () => work(manager)));
    const result = this.writer.options.type === 'postgres' ? await run() : await this.oneAtATime(run);
    for (const callback of afterCommit) await this.safely(callback);
    return result;
  }

  /** A transaction that waits for none of the others': for a word that is a lie when it comes late. Never joins one. On SQLite as {@link tx}. */
  async aside(work: (db: EntityManager) => Promise<unknown>): Promise<void> {
    await (this.own ? this.own.transaction(work) : this.tx(work));
  }

  afterCommit(work: () => void | Promise<void>): void {
    const open = this.open.getStore();
    if (open) open.afterCommit.push(work);
    else void this.safely(work);
  }

  /** Waits for the running transaction, then disconnects. */
  async close(): Promise<void> {
    await this.tail;
    await this.own?.destroy();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
    // Each storage that is on costs every promise of the process some time, also once nobody can ask it.
    this.open.disable();
  }

  private oneAtATime<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(run, run);
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** What happens after a commit can no longer undo it, so its failure is logged and not thrown. */
  private async safely(work: () => void | Promise<void>): Promise<void> {
    try {
      await this.open.exit(work);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
