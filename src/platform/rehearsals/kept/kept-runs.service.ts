import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Asker, AuditLog, FileStore, Problem, type Text } from '../../../sdk/index.js';
import { bundleHash, Publishing, type Resource } from '../../releases/index.js';
import { OpenRehearsal } from '../rehearsal.js';
import { RehearsalTime } from '../rehearsal-time.js';
import { Rehearsals } from '../rehearsals.service.js';
import { StageOpening } from '../stage-opening.service.js';
import { StageSlot } from '../stage-slot.js';
import { TestFailed } from './failures.js';
import { Ids } from './ids.js';
import type { KeptTestEntity } from './kept-test.entity.js';
import { KeptProblem } from './kept.problems.js';
import type { RunState } from './kept.schemas.js';
import { KeptTests } from './kept-tests.service.js';
import { KeptPlayer } from './player.js';
import { Prompter } from './prompter.js';
import { StageDoor } from './stage-door.js';

interface Run {
  state: RunState;
  readonly leave: AbortController;
  over: Promise<void>;
}

/** Does kept rehearsals again with the drafts as they are, one after the other, each on a stage of its own. */
@Injectable()
export class KeptRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger(KeptRuns.name);
  private run: Run | null = null;
  /** Why the last run ended before its time. */
  broken: Text | null = null;

  constructor(
    private readonly tests: KeptTests,
    private readonly rehearsals: Rehearsals,
    private readonly publishing: Publishing,
    private readonly opening: StageOpening,
    private readonly slot: StageSlot,
    private readonly files: FileStore,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  get state(): RunState | null {
    return this.run?.state ?? null;
  }

  /** Runs those that have not passed with these drafts. @throws 409 where there is none, or somebody rehearses; 422 where the drafts hold an error. */
  async begin(): Promise<void> {
    const { name: by } = this.asker.required();
    const resources = await this.publishing.sound();
    const hash = bundleHash(resources);
    if ((await this.tests.all()).length === 0) throw KeptProblem.noTests();
    const waiting = await this.tests.waiting(hash);
    const [first] = waiting;
    if (!first) return;
    this.slot.take(by);
    try {
      await this.rehearsals.makeRoom();
      await this.audit.write({ action: 'rehearsal.tests-begun', subject: hash, detail: { tests: waiting.map(({ name }) => name) } });
    } catch (error) {
      this.slot.giveBack();
      throw error;
    }
    this.broken = null;
    const run: Run = { state: stateOf(by, waiting.length, 0, first), leave: new AbortController(), over: Promise.resolve() };
    this.run = run;
    run.over = this.each(run, waiting, resources, hash);
  }

  /** Stops what runs; what has been done again keeps its result. */
  async stop(): Promise<void> {
    const { run } = this;
    run?.leave.abort(new Error('The tests were stopped'));
    await run?.over;
  }

  private async each(run: Run, tests: readonly KeptTestEntity[], resources: readonly Resource[], hash: string): Promise<void> {
    try {
      for (const [index, test] of tests.entries()) {
        run.state = stateOf(run.state.by, tests.length, index, test);
        await this.one(run, test, resources, hash);
      }
    } catch (error) {
      if (!run.leave.signal.aborted) {
        this.logger.warn(`The kept tests could not be run: ${error instanceof Error ? error.message : String(error)}`);
        this.broken = error instanceof Problem ? error.text : NO_STAGE;
      }
    } finally {
      this.run = null;
      this.slot.giveBack();
    }
  }

  /** @throws where the stage cannot be built, or the run is stopped. */
  private async one({ state, leave: { signal } }: Run, { id, script }: KeptTestEntity, resources: readonly Resource[], hash: string): Promise<void> {
    const ids = new Ids();
    const prompter = new Prompter(script.steps, ids);
    const stage = await this.opening.open(resources, prompter, signal);
    const play = new OpenRehearsal(stage);
    const door = await StageDoor.open(play);
    try {
      const ahead = new Date(script.startsAt).getTime() - Date.now();
      await stage.setAhead(ahead);
      prompter.playsOn(play);
      const told = (done: number): void => void (state.act = done);
      await new KeptPlayer({ play, door, time: new RehearsalTime(play, ahead), script, ids, contentOf: ({ keptId }) => this.files.read(keptId), told, signal }).run();
      await this.tests.went(id, hash, script.acts.length, null);
    } catch (error) {
      if (!(error instanceof TestFailed || error instanceof Problem)) throw error;
      await this.tests.went(id, hash, state.act, error.text);
    } finally {
      door.close();
      await stage.close();
    }
  }
}

/** The reason itself, such as a port that is taken, is for whoever reads the log. */
const NO_STAGE: Text = {
  id: 'Tempat uji coba tidak dapat disiapkan atau berhenti di tengah jalan. Coba lagi; bila tetap gagal, minta pengelola server membaca log aplikasi.',
  en: 'The place for rehearsals could not be set up, or stopped halfway. Try again; if it keeps failing, ask whoever runs the server to read the application’s log.',
};

const stateOf = (by: string, total: number, done: number, { name, script }: KeptTestEntity): RunState => ({ by, total, done, name, act: 0, acts: script.acts.length });
