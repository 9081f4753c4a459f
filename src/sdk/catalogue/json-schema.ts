import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';

/** A JSON Schema (draft 2020-12) as plain data. @beta */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Which side of a schema is meant: what it takes, or what it gives after its own conversions. */
type Side = 'input' | 'output';
type Describer = (schema: StandardSchemaV1, side: Side) => object | undefined;

/**
 * A zod schema of version 4. The engine carries a date as ISO text, so that is what its schema says; a part that JSON
 * Schema has no word for (a transformation's result, say) allows anything.
 */
const byZod: Describer = (schema, side) =>
  schema['~standard'].vendor !== 'zod'
    ? undefined
    : z.toJSONSchema(schema as unknown as z.ZodType, {
        io: side,
        unrepresentable: 'any',
        override: ({ zodSchema, jsonSchema }) => {
          if (zodSchema instanceof z.core.$ZodDate) Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
        },
      });

/** Any library that has the Standard JSON Schema interface. */
const byStandard: Describer = (schema, side) => (schema as unknown as Partial<StandardJSONSchemaV1>)['~standard']?.jsonSchema?.[side]({ target: 'draft-2020-12' });

/** Valibot keeps its conversion in a package of its own, which the application has or has not. */
const byValibot: Describer = (schema, side) => {
  if (schema['~standard'].vendor !== 'valibot') return undefined;
  const { toJsonSchema } = createRequire(join(process.cwd(), 'package.json'))('@valibot/to-json-schema') as { toJsonSchema(schema: unknown, config: object): object };
  return toJsonSchema(schema, { typeMode: side, target: 'draft-2020-12' });
};

const DESCRIBERS: readonly Describer[] = [byZod, byStandard, byValibot];

/**
 * The JSON Schema of one side of a handler's schema; null where the schema is absent, its library cannot describe it, or
 * it is no object with named properties: nothing is guessed.
 */
export function describeSchema(schema: StandardSchemaV1 | undefined, side: Side): JsonSchema | null {
  if (!schema) return null;
  try {
    for (const describe of DESCRIBERS) {
      const found = describe(schema, side);
      if (found) return plain(found);
    }
  } catch {
    // Its library says that it has no JSON Schema, or the library's own converter is not installed.
  }
  return null;
}

function plain(found: object): JsonSchema | null {
  const schema = JSON.parse(JSON.stringify({ ...found, $schema: undefined })) as Record<string, unknown>;
  return schema['type'] === 'object' ? schema : null;
}

/**
 * The schemas of an object's properties, by name; none where it is not described.
 *
 * @internal
 * @example
 * Object.keys(propertiesOf(catalogue.handler('data.verify').input)); // ['producer', 'tahap']
 */
export const propertiesOf = (schema: JsonSchema | null): Readonly<Record<string, JsonSchema>> => (schema?.['properties'] ?? {}) as Record<string, JsonSchema>;

/**
 * Names of the properties that must be there; none where it is not described.
 *
 * @internal
 * @example
 * requiredOf(catalogue.handler('data.verify').input); // ['producer']
 */
export const requiredOf = (schema: JsonSchema | null): readonly string[] => (schema?.['required'] ?? []) as string[];
