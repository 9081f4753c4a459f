import { z } from 'zod';

const text = z.object({ id: z.string(), en: z.string() });
const jsonSchema = z.record(z.string(), z.unknown());

export const CatalogueSchema = z.array(
  z.object({
    topic: z.string(), aliases: z.array(z.string()), title: text, description: text.nullable(), fields: z.record(z.string(), text), input: jsonSchema.nullable(), output: jsonSchema.nullable(),
    examples: z.array(z.object({ input: jsonSchema, output: jsonSchema.optional() })), retries: z.array(z.number()), hash: z.string(), upgrades: z.array(z.string()), source: z.string(),
  }),
);

export const PermittedSchema = z.array(z.string());

/** By kind of element; without choices it is text, which the check reads. */
export const WritableSchema = z.record(z.string(), z.array(z.object({ name: z.string(), choices: z.array(z.union([z.string(), z.boolean()])) })));

export const TemplatesQuery = z.object({ language: z.enum(['id', 'en']).default('id') });

const choice = z.object({ name: z.string(), value: z.string() });
const constraints = z.object({ notEmpty: z.boolean().optional(), maxLength: z.number().optional(), pattern: z.object({ value: z.string(), message: z.string() }).optional() });
const property = z.object({
  label: z.string().optional(), description: z.string().optional(), type: z.enum(['Hidden', 'String', 'Text', 'Dropdown']), value: z.string().optional(),
  choices: z.array(choice).optional(), constraints: constraints.optional(), binding: z.object({ type: z.enum(['property', 'camunda:inputParameter']), name: z.string() }),
});

export const ElementTemplatesSchema = z.array(
  z.object({ $schema: z.string(), name: z.string(), id: z.string(), description: z.string(), appliesTo: z.array(z.string()), properties: z.array(property) }),
);
