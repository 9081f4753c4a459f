import { Injectable } from '@nestjs/common';
import { ROLE_KEYS } from './platform/identity/index.js';
import { HandlerCatalogue, RoleCatalogue } from './platform/releases/index.js';
import { HandlerRegistry, type RegisteredHandler } from './sdk/index.js';

/** Lets the check before publishing ask which handlers the application has. */
@Injectable()
export class RegisteredHandlers extends HandlerCatalogue {
  constructor(private readonly registry: HandlerRegistry) {
    super();
  }

  topics(): readonly string[] {
    return this.registry.externalTasks().map(({ topic }) => topic);
  }

  outputs(topic: string): readonly string[] | null {
    return propertiesOf(this.registry.externalTask(topic)?.output);
  }
}

/** Names of an object schema's properties, where the schema can describe itself as JSON Schema; else null. */
function propertiesOf(schema: RegisteredHandler['output']): readonly string[] | null {
  const standard = schema?.['~standard'] as { jsonSchema?: { output(options: { target: string }): Record<string, unknown> } } | undefined;
  const described = standard?.jsonSchema?.output({ target: 'draft-2020-12' })['properties'];
  return described ? Object.keys(described) : null;
}

@Injectable()
export class KnownRoles extends RoleCatalogue {
  keys(): Promise<readonly string[]> {
    return Promise.resolve(ROLE_KEYS);
  }
}
