import { Injectable } from '@nestjs/common';
import { HandlerRegistry } from '../../sdk/index.js';
import { HandlerCatalogue } from '../releases/index.js';

/** The registry, as the check before publishing asks it. */
@Injectable()
export class RegisteredHandlers extends HandlerCatalogue {
  constructor(private readonly registry: HandlerRegistry) {
    super();
  }

  topics(): readonly string[] {
    return this.registry.externalTasks().map((handler) => handler.topic);
  }

  /** Object schemas of zod, and of whoever does as zod does, tell their keys. */
  outputs(topic: string): readonly string[] | null {
    const shape = (this.registry.externalTask(topic)?.output as { readonly shape?: unknown } | undefined)?.shape;
    return typeof shape === 'object' && shape !== null ? Object.keys(shape) : null;
  }
}
