import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseAccess, Cancellation } from '../../platform/cases/index.js';
import { FilesService } from '../../platform/files/index.js';
import { AppConfig } from '../../platform/kernel/index.js';
import { Completion, TaskAccess, TaskView } from '../../platform/tasks/index.js';
import { Cases, type FileRef, type MessageName, type MessageVariables, type ProcedureKey, type ProcessVariables, type SubmissionRecord, type TaskData, type TaskKey } from '../../sdk/index.js';
import { partOf, type World } from '../world.js';
import { Evidence, type PartOfCase, type TestIncident, type TestLetter, type TestMail } from './evidence.js';
import { OpenTasks, type OpenTask } from './open-tasks.js';
import { asked } from './refused.js';

/** Who works on which task. @beta */
export interface Work {
  /** User name of one of the test's people. */
  readonly as: string;
  /** Which of several like tasks: by label, office, or the value of a variable. Default: the one that the person may do. */
  readonly about?: string;
}

/** A task as its form opens before a person. @beta */
export interface OpenedTask extends OpenTask {
  /** What the application has put into the form. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a person sends: all of it made from what the form showed, or what differs from that. @beta */
export type Answer<Data> = Partial<Data> | ((shown: OpenedTask) => Data | Promise<Data>);

/** One running case of a procedure under test. Each action ends when nothing goes on by itself any more. @beta */
export class ProcedureCase<P extends ProcedureKey = ProcedureKey> {
  private readonly open: OpenTasks;
  private readonly evidence: Evidence;

  /** @internal */
  constructor(
    private readonly world: World,
    /** The case's id. */
    readonly id: string,
  ) {
    this.open = new OpenTasks(world, id);
    this.evidence = new Evidence(world, id);
  }

  /**
   * Does a user task as a person does it in the browser: access, form, rules and all that follows are those of life.
   *
   * @throws Refused where the form or a rule says no, with the fields; an error that lists what is open where there is no such task.
   * @example
   * await permit.complete('decide', { as: 'clerk', data: { decision: 'grant' } });
   */
  async complete<T extends TaskKey<P>>(elementId: T, { as, about, data = {} }: Work & { readonly data?: Answer<TaskData<P, T>> }): Promise<void> {
    await this.world.time.pass();
    await this.world.people.as(as, async (principal) => {
      const { id } = await this.open.one(elementId, principal, about);
      await asked(`"${elementId}" by ${as}`, async () => partOf(this.world, Completion).accept(id, await this.answer(id, data)));
    });
    await this.world.quiet.settle();
  }

  /** The task's form as the person sees it; nothing changes. @throws as {@link ProcedureCase.complete}. */
  async task(elementId: TaskKey<P>, { as, about }: Work): Promise<OpenedTask> {
    await this.world.quiet.stillQuiet();
    return this.world.people.as(as, async (principal) => {
      const { id } = await this.open.one(elementId, principal, about);
      return asked(`"${elementId}" for ${as}`, () => this.opened(id));
    });
  }

  /** What people have to do now. */
  async tasks(): Promise<OpenTask[]> {
    await this.world.quiet.stillQuiet();
    return this.open.all();
  }

  /** Uploads a file as the person does it in a form of this case. @throws Refused for a file that is not let in. */
  async upload(name: string, content: Buffer | string, { as }: { readonly as: string }): Promise<FileRef> {
    const path = join(partOf(this.world, AppConfig).dataDir, 'files/incoming', randomUUID());
    await writeFile(path, content);
    return this.world.people.as(as, () => asked(`"${name}" by ${as}`, () => partOf(this.world, FilesService).upload({ path, claimedName: name, caseId: this.id })));
  }

  /** Gives a message to whatever of the case waits for it. */
  async correlate<M extends MessageName>(message: M, variables?: MessageVariables<M>): Promise<void> {
    await this.world.time.pass();
    await partOf(this.world, Cases).correlate(this.id, message, variables);
    await this.world.quiet.settle();
  }

  /** Ends the case before its time, as a person does it. @throws Refused for who may not. */
  async cancel(reason: string, { as }: { readonly as: string }): Promise<void> {
    await this.world.time.pass();
    await this.world.people.as(as, () =>
      asked(`Cancelling by ${as}`, async () => partOf(this.world, Cancellation).cancel((await partOf(this.world, CaseAccess).visible(this.id)).row, reason)),
    );
    await this.world.quiet.settle();
  }

  /** `running`, `ended` or `cancelled`. */
  state(): Promise<string> {
    return this.evidence.state();
  }

  /**
   * Ids of the elements in the order in which they were entered.
   *
   * @example
   * expect(await permit.path()).toEqual(['asked', 'decide', 'granted', 'end']);
   */
  path(part: PartOfCase = {}): Promise<string[]> {
    return this.evidence.path(part);
  }

  /** Variables of the process as last seen: dates as ISO 8601, files by name. */
  variables(part: PartOfCase = {}): Promise<ProcessVariables> {
    return this.evidence.variables(part);
  }

  /** Mails of the case, the oldest first. */
  mails(): Promise<TestMail[]> {
    return this.evidence.mails();
  }

  /** Letters of the case, the oldest first. */
  letters(): Promise<TestLetter[]> {
    return this.evidence.letters();
  }

  /** What has failed for good and waits for an administrator. */
  incidents(): Promise<TestIncident[]> {
    return this.evidence.incidents();
  }

  /** Accepted forms, the oldest first. */
  submissions(): Promise<SubmissionRecord[]> {
    return partOf(this.world, Cases).submissions(this.id);
  }

  private async answer<Data>(taskId: string, data: Answer<Data>): Promise<unknown> {
    const shown = await this.opened(taskId);
    return typeof data === 'function' ? data(shown) : { ...shown.data, ...data };
  }

  private async opened(taskId: string): Promise<OpenedTask> {
    const { id, elementId, name, formKey, role, about, assigneeName, dueAt, data } = await partOf(this.world, TaskView).detail(await partOf(this.world, TaskAccess).visible(taskId));
    return { id, elementId, name, formKey, role, about, data, assignee: assigneeName, dueAt: dueAt === null ? null : new Date(dueAt) };
  }
}
