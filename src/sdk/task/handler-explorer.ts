import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, ExternalContextCreator, MetadataScanner, ModuleRef } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import { EXTERNAL_TASK, FORM_DATA, HANDLERS, ON_SUBMISSION, PREPARE_SUBMISSION, type ExternalTaskMetadata } from './decorators.js';
import { HandlerCalls } from './handler-call.js';
import { LETTER_VALUES, type LetterValuesMetadata } from './letter-values.js';
import { HandlerRegistry, type FormDataSource, type LetterValuesSource, type RegisteredHandler, type SubmissionPreparation, type SubmissionRule } from './handler-registry.js';

/** Finds the decorated methods of every `@Handlers()` provider when the modules start. */
@Injectable()
export class HandlerExplorer implements OnModuleInit {
  private readonly calls: HandlerCalls;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly registry: HandlerRegistry,
    modules: ModuleRef,
    contexts: ExternalContextCreator,
  ) {
    this.calls = new HandlerCalls(modules, contexts);
  }

  onModuleInit(): void {
    const seen = new Set<object>();
    for (const wrapper of this.discovery.getProviders() as InstanceWrapper<object>[]) {
      const { instance, metatype } = wrapper;
      if (!isObject(instance) || seen.has(instance) || !metatype || !Reflect.getMetadata(HANDLERS, metatype)) continue;
      seen.add(instance);
      const prototype = metatype.prototype as object;
      for (const name of this.scanner.getAllMethodNames(prototype)) this.register(wrapper, name, (prototype as Record<string, object>)[name] as object);
    }
    this.registry.assertPreparationsUsed();
  }

  private register(wrapper: InstanceWrapper<object>, name: string, method: object): void {
    const source = `${wrapper.name}.${name}`;
    const task = Reflect.getMetadata(EXTERNAL_TASK, method) as ExternalTaskMetadata | undefined;
    const rule = Reflect.getMetadata(ON_SUBMISSION, method) as string | undefined;
    const preparation = Reflect.getMetadata(PREPARE_SUBMISSION, method) as string | undefined;
    const data = Reflect.getMetadata(FORM_DATA, method) as string | undefined;
    const letters = Reflect.getMetadata(LETTER_VALUES, method) as LetterValuesMetadata | undefined;
    for (const letter of letters?.letters ?? []) this.registry.addLetterValues(letter, this.calls.plain(wrapper, name) as LetterValuesSource, source);
    if (task) this.registry.addTask({ ...task, run: this.calls.guarded(wrapper, name) as RegisteredHandler['run'], source });
    if (rule !== undefined) this.registry.addSubmissionRule(rule, this.calls.plain(wrapper, name) as SubmissionRule, source);
    if (preparation !== undefined) this.registry.addSubmissionPreparation(preparation, this.calls.plain(wrapper, name) as SubmissionPreparation, source);
    if (data !== undefined) this.registry.addFormData(data, this.calls.plain(wrapper, name) as FormDataSource, source);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
