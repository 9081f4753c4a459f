import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Starting } from '../platform/tasks/index.js';
import { Database } from '../platform/kernel/index.js';
import { Cases, type ProcedureKey, type StartVariables } from '../sdk/index.js';
import { openApplication } from './application.js';
import { ProcedureCase } from './case/procedure-case.js';
import { asked } from './case/refused.js';
import { collect } from './coverage/collect.js';
import type { Passed } from './coverage/covered-diagram.js';
import { addToCoverage } from './coverage/coverage-folder.js';
import { Coverage } from './coverage/index.js';
import { openTestEngine, type TestEngine } from './engine/test-engine.js';
import { PATIENCE, type ProcedureTestOptions } from './options.js';
import { TestPeople } from './people.js';
import type { Stretch } from './time/duration.js';
import { Quiet } from './time/quiet.js';
import { TestTime, type Fired } from './time/test-time.js';
import { partOf, type World } from './world.js';

/** How a case begins: by the start form that a person sends, or by the application with variables. @beta */
export type StartOfCase<P extends ProcedureKey> =
  | { readonly as: string; readonly data?: Readonly<Record<string, unknown>> }
  | { readonly as?: undefined; readonly title?: string; readonly variables?: StartVariables<P> };

/**
 * A version of procedures under test. Made by {@link createProcedureTest}.
 * @beta
 */
export class ProcedureTest {
  /** @internal */
  constructor(
    private readonly world: World,
    private readonly passed: () => Promise<Passed[]>,
    private readonly end: () => Promise<void>,
  ) {}

  /**
   * Starts a case; resolves when nothing goes on by itself any more.
   *
   * @throws Refused where the start form says no, or the person may not start it.
   * @example
   * const permit = await test.start('building-permit', { as: 'clerk', data: { applicant: 'Ani' } });
   * const another = await test.start('building-permit', { variables: { applicant: 'Budi' } });
   */
  async start<P extends ProcedureKey>(procedure: P, how: StartOfCase<P>): Promise<ProcedureCase<P>> {
    await this.world.time.pass();
    const id = how.as === undefined ? await this.startByApplication(procedure, how) : await this.startByPerson(procedure, how.as, how.data ?? {});
    await this.world.quiet.settle();
    return new ProcedureCase<P>(this.world, id);
  }

  /** A case that something else has started, by its id. */
  case<P extends ProcedureKey = ProcedureKey>(id: string): ProcedureCase<P> {
    return new ProcedureCase<P>(this.world, id);
  }

  /**
   * Moves time, in application and engine: whatever is due until then happens, one after the other, each at its own time; nothing else
   * does. Answers what it was.
   *
   * @throws for a stretch that is none, or would lead back.
   * @example
   * const fired = await test.advance('30 days');
   * expect(fired.map(({ elementId }) => elementId)).toEqual(['reminder', 'deadline']);
   */
  advance(stretch: Stretch): Promise<Fired[]> {
    return this.world.time.advance(stretch);
  }

  /** The time of the test; each look is a millisecond later than the one before. */
  now(): Date {
    return this.world.time.now();
  }

  /** Waits until nothing goes on by itself; after whatever the test did past these methods. */
  settle(): Promise<void> {
    return this.world.quiet.settle();
  }

  /** A service of the application or of a plugin, to look at what it has done. */
  get<T>(type: abstract new (...args: never[]) => T): T {
    return partOf(this.world, type);
  }

  /** Calls the application's own services as a person does it over HTTP. */
  as<T>(username: string, work: () => Promise<T>): Promise<T> {
    return this.world.people.as(username, () => asked(`What ${username} asked for`, work));
  }

  /** What the cases of this test have passed so far of the version's diagrams; `readCoverage` sums it over a run. */
  async coverage(): Promise<Coverage> {
    await this.world.quiet.settle();
    return Coverage.of(await this.passed());
  }

  /** Ends the application and gives the engine back. */
  close(): Promise<void> {
    return this.end();
  }

  private async startByPerson(procedure: string, as: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    const starting = partOf(this.world, Starting);
    return this.world.people.as(as, () => asked(`Starting "${procedure}" by ${as}`, async () => (await starting.start(procedure, { ...(await starting.form(procedure)).data, ...data })).caseId));
  }

  private startByApplication(procedure: ProcedureKey, { title = procedure, variables }: { readonly title?: string; readonly variables?: object }): Promise<string> {
    return partOf(this.world, Cases).start(procedure, { key: `test:${randomUUID()}`, title, variables: variables ?? {} } as never);
  }
}

/**
 * A version of the plugins' procedures on a real engine, with the whole application around it: forms, rules, handlers, mails and
 * letters are those of life, people and time are the test's. One engine serves all files of a run, one after the other. No particular
 * test runner is needed; a JDK 17 or newer is.
 *
 * @beta
 * @throws where the version cannot be deployed, saying why.
 * @example
 * const test = await createProcedureTest({ plugins: [Permits], people: { clerk: 'kasi' }, now: '2026-01-05T08:00:00+07:00' });
 * const permit = await test.start('building-permit', { as: 'admin', data: { applicant: 'Ani' } });
 * await permit.complete('decide', { as: 'clerk', data: { decision: 'grant' } });
 * await test.advance('30 days');
 * expect(await permit.path()).toEqual(['asked', 'decide', 'deadline', 'expired']);
 * await test.close();
 */
export async function createProcedureTest(options: ProcedureTestOptions): Promise<ProcedureTest> {
  const now = startOf(options.now);
  const engine = await openTestEngine(now);
  try {
    const { context, releaseId, close } = await openApplication(options, engine, now);
    const world = worldOf(context, engine, now, options.patience ?? PATIENCE);
    await world.quiet.settle();
    const passed = async () => collect(world, releaseId, await engine.flows());
    const folder = options.coverage ?? process.env['TERTIB_COVERAGE'];
    return new ProcedureTest(world, passed, async () => {
      try {
        if (folder) await addToCoverage(folder, await passed());
        await close();
      } finally {
        engine.giveBack();
      }
    });
  } catch (error) {
    engine.giveBack();
    throw error;
  }
}

function worldOf(application: INestApplicationContext, { client, setClock, work }: TestEngine, now: Date, patience: number): World {
  const quiet = new Quiet(application, work, patience);
  const time = new TestTime(application, setClock, quiet, now);
  return { application, engine: client, quiet, time, database: application.get(Database, { strict: false }), people: application.get(TestPeople) };
}

function startOf(now: Date | string = new Date()): Date {
  const start = new Date(now);
  if (Number.isNaN(start.getTime())) throw new RangeError(`"${String(now)}" is no time. Write for instance 2026-01-05T08:00:00+07:00.`);
  return start;
}
