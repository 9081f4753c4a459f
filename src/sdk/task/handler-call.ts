import { ForbiddenException, type ExecutionContext } from '@nestjs/common';
import { ContextIdFactory, ModuleRef, type ExternalContextCreator } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import { FatalError } from './failures.js';
import type { TaskContext } from './task-context.js';

/** What `ExecutionContext.getType()` answers in guards and interceptors around an `@ExternalTask` method. @internal */
export const TASK_EXECUTION = 'tertib';

/**
 * The task under way, for guards and interceptors; undefined where the context is not that of an `@ExternalTask` method
 * (an HTTP request, for instance). `context.getArgs()` is `[input, task]`.
 *
 * @public
 * @example
 * canActivate(context: ExecutionContext): boolean {
 *   const task = taskOf(context);
 *   return task === undefined || task.topic !== 'data.publish' || this.portalIsOpen();
 * }
 */
export const taskOf = (context: ExecutionContext): TaskContext | undefined =>
  context.getType<string>() === TASK_EXECUTION ? context.getArgByIndex<TaskContext>(1) : undefined;

type Method = (...args: unknown[]) => unknown;
export type Call = (...args: unknown[]) => Promise<unknown>;

/** Nest's own numbers: to a pipe the input is a body, and the task something that is not for pipes. */
const ARGUMENTS = { '3:0': { index: 0, pipes: [] }, '0:1': { index: 1, pipes: [] } };
const ARGUMENTS_KEY = 'tertib:arguments';
const argumentsOfCall = { exchangeKeyForValue: (type: number, _data: unknown, args: unknown[]) => args[type === 3 ? 0 : 1] };
const AROUND = { guards: true, interceptors: true, filters: false };

/** Calls a provider's methods: on the one instance, or, where it is request-scoped or transient, on a new one for each call. */
export class HandlerCalls {
  constructor(
    private readonly modules: ModuleRef,
    private readonly contexts: ExternalContextCreator,
  ) {}

  /** The method alone. */
  plain(wrapper: InstanceWrapper<object>, name: string): Call {
    if (isShared(wrapper)) return async (...args) => methodOf(wrapper.instance, name).apply(wrapper.instance, args);
    return async (subject, ...more) => {
      const instance = await this.instance(wrapper, subject, ContextIdFactory.create());
      return methodOf(instance, name).apply(instance, [subject, ...more]);
    };
  }

  /** The method with the guards, interceptors and pipes around it. */
  guarded(wrapper: InstanceWrapper<object>, name: string): Call {
    Reflect.defineMetadata(ARGUMENTS_KEY, ARGUMENTS, wrapper.metatype as object, name);
    if (isShared(wrapper)) return explained(this.surround(wrapper.instance, name), wrapper, name);
    const perTask: Call = async (input, task) => {
      const contextId = ContextIdFactory.create();
      const instance = await this.instance(wrapper, task, contextId);
      return this.surround(instance, name, contextId, wrapper.id)(input, task);
    };
    return explained(perTask, wrapper, name);
  }

  private surround(instance: object, name: string, contextId?: ReturnType<typeof ContextIdFactory.create>, inquirerId?: string): Call {
    return this.contexts.create(instance, methodOf(instance, name), name, ARGUMENTS_KEY, argumentsOfCall, contextId, inquirerId, AROUND, TASK_EXECUTION);
  }

  /** `subject` is what the instance and its providers get by `@Inject(REQUEST)`. */
  private instance(wrapper: InstanceWrapper<object>, subject: unknown, contextId: ReturnType<typeof ContextIdFactory.create>): Promise<object> {
    this.modules.registerRequestByContextId(subject, contextId);
    return this.modules.resolve<object>(wrapper.token as never, contextId, { strict: false });
  }
}

const isShared = (wrapper: InstanceWrapper<object>): boolean => wrapper.isDependencyTreeStatic() && !wrapper.isTransient;
const methodOf = (instance: object, name: string): Method => (instance as Record<string, Method>)[name] as Method;

/** A guard that answers false says nothing; the incident should. One that has more to say throws. */
const explained =
  (call: Call, wrapper: InstanceWrapper<object>, name: string): Call =>
  async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      if (!(error instanceof ForbiddenException)) throw error;
      throw new FatalError(`A guard did not let the task pass to ${wrapper.name}.${name}: ${error.message}`, { cause: error });
    }
  };
