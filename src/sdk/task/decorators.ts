import { applyDecorators, Injectable, SetMetadata, type ScopeOptions } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FormContext, FormKey, ProcessVariables, SubmissionContext, Text } from '../contracts/index.js';

/** What a handler says of itself. Only `title` is needed. @public */
export interface ExternalTaskOptions {
  /** One line for the administrator who picks it in the diagram. */
  readonly title: string | Text;
  /** What it does, in a sentence or two. */
  readonly description?: string | Text;
  /** What people call inputs and outputs, by name; names that this handler does not have are ignored, so that handlers can share a list. Default: the schema's own title, else the name. */
  readonly fields?: Readonly<Record<string, string | Text>>;
  /** Values that fit, for the reference. */
  readonly examples?: readonly { readonly input: Readonly<Record<string, unknown>>; readonly output?: Readonly<Record<string, unknown>> }[];
  /** Former names of the topic: versions and running cases that still use one are served as well. */
  readonly aliases?: readonly string[];
  /**
   * By the hash of a former contract: makes of the input of that time what the method takes now. Called before the
   * check, for tasks of versions that were published against that contract. The refused start names the hash.
   */
  readonly upgrades?: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;
  /** Checked before the method runs; a misfit is an incident, not a call. */
  readonly input?: StandardSchemaV1;
  /** Checked before the engine hears of it; a misfit is an incident. */
  readonly output?: StandardSchemaV1;
  /** Seconds to wait before each further try. Default `[10, 60, 600]`: four tries in all. */
  readonly retries?: readonly number[];
  /** Milliseconds that the engine reserves the task for; extended at half-time while the method runs. Default 60000. */
  readonly lockDuration?: number;
  /** How many tasks of this topic an app runs at once; no more are fetched. Default: as many as the worker runs in all. */
  readonly concurrency?: number;
  /**
   * Which fetched tasks begin first when there are more than the worker runs at once: the highest. Default 0. Equal ones go
   * by the engine's own priority (`camunda:taskPriority` in the diagram), then by arrival. While more wait in the engine than
   * the worker fetches, it also hands them out by that priority.
   */
  readonly priority?: number;
  /**
   * Milliseconds that the method may take. Then `task.signal` aborts and the task has failed as one that may be tried
   * again; the method is no longer waited for, and can begin no step. Default: none, the lock is extended for as long as it runs.
   */
  readonly timeLimit?: number;
}

/** What the decorator keeps. @internal */
export interface ExternalTaskMetadata extends ExternalTaskOptions {
  readonly topic: string;
}

/** @internal */
export const HANDLERS = 'tertib:handlers';
/** @internal */
export const EXTERNAL_TASK = 'tertib:external-task';
/** @internal */
export const ON_SUBMISSION = 'tertib:on-submission';
/** @internal */
export const PREPARE_SUBMISSION = 'tertib:prepare-submission';
/** @internal */
export const FORM_DATA = 'tertib:form-data';

/**
 * Marks a provider whose methods do external tasks, check submissions or give forms their data.
 *
 * A provider that is request-scoped or transient, by `options` or because of what it injects, is made anew for each call;
 * `@Inject(REQUEST)` then gives the {@link TaskContext}, or what the submission's or form's method gets.
 * @public
 */
export const Handlers = (options?: ScopeOptions): ClassDecorator => applyDecorators(Injectable(options), SetMetadata(HANDLERS, true)) as ClassDecorator;

/**
 * A method that does the external tasks of one topic: `(input, task: TaskContext) => output`.
 *
 * The input is checked first, then Nest's guards, interceptors and pipes have their turn as around a route, the application's
 * own ones included; {@link taskOf} gives them the task. A pipe gets the input as a `body`, and the task as `custom`, which it
 * leaves as it is. A guard that answers false makes an incident. Exception filters do not apply: what is thrown decides how
 * the task ends ({@link BusinessError}, {@link RetryableError}, {@link FatalError}). The output is checked last.
 *
 * @public
 * @example
 * \@ExternalTask('data.verify', { title: 'Verify submitted data', input: VerifyInput, output: VerifyOutput })
 * async verify(input: z.infer<typeof VerifyInput>, task: TaskContext) { … }
 */
export const ExternalTask = (topic: string, options: ExternalTaskOptions): MethodDecorator =>
  SetMetadata(EXTERNAL_TASK, { topic, ...options } satisfies ExternalTaskMetadata);

/** A decorator of methods of one type: any other does not compile. @public */
export type DecoratorOf<Method> = <M extends Method>(target: object, name: string | symbol, descriptor: TypedPropertyDescriptor<M>) => void;

/**
 * A method that runs inside the transaction of every submission of one form. It may refuse it by throwing `SubmissionRejected`;
 * the variables that it answers go to the engine with those of the form.
 *
 * @public
 * @example
 * \@OnSubmission('permohonan')
 * async check({ data, at }: SubmissionContext<'permohonan'>): Promise<void> { … }
 */
export const OnSubmission = <F extends FormKey>(formKey: F): DecoratorOf<(submission: SubmissionContext<F>, prepared: never) => Promise<ProcessVariables | void>> => SetMetadata(ON_SUBMISSION, formKey);

/**
 * A method that runs before the transaction of every submission of one form, for work that takes long: on SQLite nobody else writes
 * while a transaction is open. What it answers is the second argument of the form's `@OnSubmission` method, which the form must have.
 * It may refuse as that does, by throwing `SubmissionRejected`.
 *
 * What it writes stays where the submission is refused or broken off after all, and is found there by the next one: it may only be what
 * counts for nothing before the `@OnSubmission` method says so. Until the transaction begins others may change what was read: that method
 * has to look whether they did.
 *
 * @beta
 * @example
 * \@PrepareSubmission('permohonan')
 * async read({ caseId }: SubmissionContext<'permohonan'>): Promise<string[]> { … }
 *
 * \@OnSubmission('permohonan')
 * async store({ caseId }: SubmissionContext<'permohonan'>, lines: string[]): Promise<void> { … }
 */
export const PrepareSubmission = <F extends FormKey>(formKey: F): DecoratorOf<(submission: SubmissionContext<F>) => Promise<unknown>> => SetMetadata(PREPARE_SUBMISSION, formKey);

/**
 * A method whose answer fills the form before the person's own draft does.
 *
 * @public
 * @example
 * \@FormData('permohonan')
 * async known({ caseId }: FormContext): Promise<object> { … }
 */
export const FormData = <F extends FormKey>(formKey: F): DecoratorOf<(form: FormContext<F>) => Promise<object>> => SetMetadata(FORM_DATA, formKey);
