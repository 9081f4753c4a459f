import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, FileStore, Problem, Transactions, type Text } from '../../../sdk/index.js';
import { MustPass } from '../../releases/index.js';
import type { Opened } from '../opened.js';
import { scriptOf } from './keeping.js';
import { KeptTestEntity } from './kept-test.entity.js';
import { KeptProblem } from './kept.problems.js';
import { still } from './stillness.js';

/** Rehearsals that are kept as tests, and how they went last. */
@Injectable()
export class KeptTests extends MustPass {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  all(): Promise<KeptTestEntity[]> {
    return this.transactions.read.find(KeptTestEntity, { order: { name: 'ASC' } });
  }

  /** Those that have not passed with exactly these files. */
  async waiting(sha256: string): Promise<KeptTestEntity[]> {
    return (await this.all()).filter(({ ranWith, failure }) => ranWith !== sha256 || failure !== null);
  }

  /** Keeps what was done so far. @throws 409 where nothing was, something still moves, or the name is taken. */
  async keep(name: string, opened: Opened): Promise<string> {
    if (opened.recorder.acts.length === 0) throw KeptProblem.nothingDone();
    await this.assertFree(name);
    if (opened.byHand.waiting.length > 0) throw KeptProblem.restless();
    await still(opened.play, AbortSignal.timeout(SOON_MS)).catch(() => {
      throw KeptProblem.restless();
    });
    const { id: keptBy, name: keptByName } = this.asker.required();
    const id = uuidv7();
    const script = await scriptOf(opened, async ({ id: file, name: fileName, type }, content) => (await this.files.put({ key: `kept-rehearsal:${id}:${file}`, name: fileName, type, content })).id);
    await this.transactions.tx(async (db) => {
      await this.assertFree(name);
      await db.insert(KeptTestEntity, { id, name, script: script as object, keptBy, keptByName, keptAt: this.clock.now(), ranWith: null, ranAt: null, ranTo: null, failure: null });
      await this.audit.write({ action: 'rehearsal.kept', subject: id, detail: { name, acts: script.acts.length } });
    });
    return id;
  }

  /** @throws not found. */
  async remove(id: string): Promise<void> {
    await this.transactions.tx(async (db) => {
      const test = await db.findOneBy(KeptTestEntity, { id });
      if (!test) throw Problem.notFound();
      await db.delete(KeptTestEntity, { id });
      await this.audit.write({ action: 'rehearsal.dropped', subject: id, detail: { name: test.name } });
    });
  }

  async went(id: string, ranWith: string, ranTo: number, failure: Text | null): Promise<void> {
    await this.transactions.tx((db) => db.update(KeptTestEntity, { id }, { ranWith, ranTo, failure, ranAt: this.clock.now() }));
  }

  async judge(sha256: string): Promise<void> {
    const waiting = await this.waiting(sha256);
    if (waiting.length > 0) throw KeptProblem.notPassed(waiting.map(({ name }) => name));
  }

  private async assertFree(name: string): Promise<void> {
    if (await this.transactions.read.existsBy(KeptTestEntity, { name })) throw KeptProblem.nameTaken(name);
  }
}

/** Milliseconds for what goes on in the rehearsal to come to an end. */
const SOON_MS = 20_000;
