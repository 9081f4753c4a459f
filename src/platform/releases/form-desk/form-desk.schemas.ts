import { z } from 'zod';
import { TableSourceSchema } from '../case-tables/table-sources.js';

const text = z.object({ id: z.string(), en: z.string() });
/** As a form's editor takes it; what may stand in it is the policy's affair. */
const component = z.record(z.string(), z.unknown());
const note = z.object({ key: z.string(), label: z.string(), type: z.string(), inside: z.array(z.string()), message: text });

export const ImportSchema = z.object({ display: z.enum(['form', 'wizard']), components: z.array(component), english: z.record(z.string(), z.string()), taken: z.number(), refused: z.array(note), changed: z.array(note) });

const id = z.string().regex(/^[\w-]{8,64}$/);
const file = z.strictObject({ id, name: z.string().max(300), size: z.number().nonnegative(), type: z.string().max(200), sha256: z.string().max(64) });

/** The form as it stands in its editor, and what somebody tries to send with it. */
export const TrialBody = z.strictObject({
  content: z.string().max(2_000_000),
  data: z.record(z.string(), z.unknown()),
  /** What the server would have filled the form with. */
  initial: z.record(z.string(), z.unknown()).default({}),
  files: z.array(file).max(200).default([]),
});
export const TrialSchema = z.object({
  errors: z.array(z.object({ path: z.string(), component: z.string(), message: text })),
  /** What the diagram would be told; null where the form would not be taken. */
  variables: z.record(z.string(), z.unknown()).nullable(),
});
export const UsesSchema = z.array(z.object({ procedure: z.string(), task: z.string(), role: z.string().nullable(), roleTitle: text.nullable(), choosesOffices: z.boolean() }));

export const TableSourcesSchema = z.array(TableSourceSchema);
export const CodeListsSchema = z.array(z.object({ scheme: z.string(), title: text, levels: z.array(z.object({ key: z.string(), title: text })) }));
/** A field, and what is typed to find something in it. */
export const ChoicesBody = z.strictObject({
  component: z.looseObject({ key: z.string(), type: z.string() }),
  text: z.string().max(200).default(''),
  offset: z.number().int().min(0).max(5_000).default(0),
  value: z.string().max(200).optional(),
});
export const ChoicePageSchema = z.object({ items: z.array(z.object({ value: z.string(), label: z.string(), detail: z.string().nullable() })), more: z.boolean() });
