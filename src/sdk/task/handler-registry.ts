import { Injectable } from '@nestjs/common';
import type { FormContext, ProcessVariables, SubmissionContext } from '../contracts/index.js';
import type { ExternalTaskMetadata } from './decorators.js';
import type { LetterAnswer, LetterQuestion } from './letter-values.js';
import type { TaskContext } from './task-context.js';

/** A method that does external tasks, bound to its provider. @internal */
export interface RegisteredHandler extends ExternalTaskMetadata {
  readonly run: (input: unknown, task: TaskContext) => Promise<unknown>;
  /** `Class.method`, for messages. */
  readonly source: string;
}

/** @internal */
export type SubmissionRule = (submission: SubmissionContext, prepared: unknown) => Promise<ProcessVariables | void>;
/** @internal */
export type SubmissionPreparation = (submission: SubmissionContext) => Promise<unknown>;
/** @internal */
export type FormDataSource = (form: FormContext) => Promise<object>;
/** @internal */
export type LetterValuesSource = (question: LetterQuestion) => Promise<LetterAnswer | null>;

/** All that the application's `@Handlers()` declare. Filled before the application starts, never changed afterwards. @internal */
@Injectable()
export class HandlerRegistry {
  private readonly tasks = new Map<string, RegisteredHandler>();
  private readonly rules = new Map<string, { run: SubmissionRule; source: string }>();
  private readonly preparations = new Map<string, { run: SubmissionPreparation; source: string }>();
  private readonly data = new Map<string, { run: FormDataSource; source: string }>();
  private readonly letters = new Map<string, { run: LetterValuesSource; source: string }>();

  /** @throws when the topic, or a former name of it, has a handler already, or an option makes no sense. */
  addTask(handler: RegisteredHandler): void {
    for (const option of ['concurrency', 'timeLimit', 'lockDuration'] as const) {
      const value = handler[option];
      if (value !== undefined && !(Number.isInteger(value) && value > 0)) throw new Error(`${option} of ${handler.source} is ${value}: it must be a whole number above zero`);
    }
    for (const topic of [handler.topic, ...(handler.aliases ?? [])]) put(this.tasks, topic, handler, 'External task');
  }

  /** @throws when the form has a rule already. */
  addSubmissionRule(formKey: string, run: SubmissionRule, source: string): void {
    put(this.rules, formKey, { run, source }, 'Submission rule for form');
  }

  /** @throws when the form has a preparation already. */
  addSubmissionPreparation(formKey: string, run: SubmissionPreparation, source: string): void {
    put(this.preparations, formKey, { run, source }, 'Submission preparation for form');
  }

  /** @throws when something is prepared that no rule would get. */
  assertPreparationsUsed(): void {
    for (const [formKey, { source }] of this.preparations) if (!this.rules.has(formKey)) throw new Error(`${source} prepares submissions of form "${formKey}", but no @OnSubmission('${formKey}') takes what it answers`);
  }

  /** @throws when the form has a source already. */
  addFormData(formKey: string, run: FormDataSource, source: string): void {
    put(this.data, formKey, { run, source }, 'Form data for form');
  }

  /** @throws when the letter's values have a source already. */
  addLetterValues(letter: string, run: LetterValuesSource, source: string): void {
    put(this.letters, letter, { run, source }, 'Values of letter');
  }

  /** Every handler with each topic that it serves, former names included, in the order of declaration. */
  externalTasks(): readonly RegisteredHandler[] {
    return [...this.tasks].map(([topic, handler]) => ({ ...handler, topic }));
  }

  /** The handler of a topic, under this name or a former one. */
  externalTask(topic: string): RegisteredHandler | undefined {
    return this.tasks.get(topic);
  }

  submissionRule(formKey: string): SubmissionRule | undefined {
    return this.rules.get(formKey)?.run;
  }

  submissionPreparation(formKey: string): SubmissionPreparation | undefined {
    return this.preparations.get(formKey)?.run;
  }

  formData(formKey: string): FormDataSource | undefined {
    return this.data.get(formKey)?.run;
  }

  letterValues(letter: string): LetterValuesSource | undefined {
    return this.letters.get(letter)?.run;
  }
}

function put<T extends { readonly source: string }>(map: Map<string, T>, key: string, entry: T, what: string): void {
  const other = map.get(key);
  if (other) throw new Error(`${what} "${key}" is declared twice: by ${other.source} and by ${entry.source}`);
  map.set(key, entry);
}
