import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { EXTERNAL_TASK, FORM_DATA, HANDLERS, ON_SUBMISSION, type ExternalTaskMetadata } from './decorators.js';
import { HandlerRegistry, type FormDataSource, type RegisteredHandler, type SubmissionRule } from './handler-registry.js';

type Method = (...args: unknown[]) => unknown;

/** Finds the decorated methods of every `@Handlers()` provider when the modules start. */
@Injectable()
export class HandlerExplorer implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly registry: HandlerRegistry,
  ) {}

  onModuleInit(): void {
    const seen = new Set<object>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!isObject(instance) || seen.has(instance) || !metatype || !Reflect.getMetadata(HANDLERS, metatype)) continue;
      seen.add(instance);
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const name of this.scanner.getAllMethodNames(prototype)) this.register(instance, name, metatype.name);
    }
  }

  private register(instance: object, name: string, className: string): void {
    const method = (instance as Record<string, Method>)[name] as Method;
    const bound = method.bind(instance);
    const source = `${className}.${name}`;
    const task = Reflect.getMetadata(EXTERNAL_TASK, method) as ExternalTaskMetadata | undefined;
    const rule = Reflect.getMetadata(ON_SUBMISSION, method) as string | undefined;
    const data = Reflect.getMetadata(FORM_DATA, method) as string | undefined;
    if (task) this.registry.addTask({ ...task, run: bound as RegisteredHandler['run'], source });
    if (rule !== undefined) this.registry.addSubmissionRule(rule, bound as SubmissionRule, source);
    if (data !== undefined) this.registry.addFormData(data, bound as FormDataSource, source);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
