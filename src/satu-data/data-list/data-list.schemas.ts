import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });
const key = z.string().max(64);
const Values = z.record(z.string().max(64), z.unknown());

/** `removed`: the rows that were taken out, instead of those that are in the list. */
export const RowsQuery = z.object({ after: z.coerce.number().int().min(-1).default(-1), limit: z.coerce.number().int().min(1).max(500).default(500), removed: z.enum(['true', 'false']).default('false') });
/** Values by field; `version` is the one that was seen. `own`: later ones that the writer's edits before this one made; what those wrote, this one may write over. */
export const RowEdit = z.object({
  changes: z.array(z.object({ id: key, version: z.number().int().min(1), own: z.array(z.number().int().min(1)).max(5_000).optional(), values: Values.optional(), removed: z.boolean().optional() })).max(5_000).default([]),
  added: z.array(Values).max(5_000).default([]),
  /** Ids for the rows that are added, in their order: who got no answer sends the same again, and they are added once. */
  ids: z.array(z.uuid()).max(5_000).default([]),
});
export type RowEdit = z.output<typeof RowEdit>;
export const WholeList = z.object({ rows: z.array(Values).max(5_000) });
export const NewMark = z.object({ rowId: key, field: key.nullable(), comment: z.string().trim().min(3).max(500) });
export type NewMark = z.output<typeof NewMark>;
export const MarkStep = z.object({ state: z.enum(['open', 'answered', 'closed']), answer: z.string().trim().max(500).default('') });
export type MarkStep = z.output<typeof MarkStep>;
/** Without `fingerprint` a preview; with the preview's, it is done. */
export const SheetImport = z.object({ fileId: key, fingerprint: z.string().max(64).optional() });
export type SheetImport = z.output<typeof SheetImport>;

const Stage = z.enum(['listing', 'checking', 'published']);
export const MarkView = z.object({
  id: z.string(), rowId: z.string(), field: z.string().nullable(), comment: z.string(), state: z.enum(['open', 'answered', 'closed']), source: z.enum(['Kasi', 'BPS']), by: z.string(), at: z.string(), answer: z.string().nullable(), answeredBy: z.string().nullable(),
});
export type MarkView = z.infer<typeof MarkView>;
const RowProblem = z.object({ path: z.string(), message: Text });
export const RowView = z.object({
  id: z.string(), version: z.number(), position: z.number(), values: z.record(z.string(), z.string()), problems: z.array(RowProblem), tableColumns: z.number(), origin: z.enum(['carried', 'new']), changed: z.array(z.string()), marks: z.array(MarkView), removed: z.boolean(),
  /** Its data are public, so that it may have addresses on portals. */
  published: z.boolean(),
  /** Of its data set: `listed` until requests are sent; null where the asker is not told. */
  state: z.string().nullable(),
});
export type RowView = z.infer<typeof RowView>;
export const RowPage = z.object({ items: z.array(RowView), next: z.number().nullable() });
export type RowPage = z.infer<typeof RowPage>;
/** Where its data set is now, of what the asker may open: a page of the admin, or on the portal. */
const RowPlace = z.object({ kind: z.enum(['delivery', 'analysis', 'portal']), address: z.string() });
export type RowPlace = z.infer<typeof RowPlace>;
export const RowDetail = RowView.extend({ table: z.record(z.string(), z.unknown()), places: z.array(RowPlace) });
export type RowDetail = z.infer<typeof RowDetail>;

export const ListView = z.object({
  caseId: z.string(), title: z.string(), state: z.enum(['open', 'handed-in', 'sent']), from: z.string().nullable(), stages: z.array(Stage), mayMark: z.boolean(),
  /** Whose corrections the asker's are: those he accepts and opens again. */
  marksAs: z.enum(['Kasi', 'BPS']),
  fields: z.array(z.object({ key: z.string(), label: Text, kind: z.enum(['text', 'long', 'choice', 'producer', 'link']), stage: Stage, required: z.boolean(), max: z.number(), options: z.array(z.object({ value: z.string(), label: Text })) })),
  rows: z.number(), unready: z.number(), marks: z.object({ open: z.number(), answered: z.number() }),
});
export type ListView = z.infer<typeof ListView>;

/**
 * Of a row: a change of the list (`version` is the one it made), a correction and what became of it (`label`: of which field, null of the whole row; `text`: what was asked,
 * or the answer), or a state that its data set came to (`text`: why). `by` and `at` are null where they were not kept or are not told.
 */
export const HistoryEntry = z.object({
  kind: z.enum(['started', 'added', 'changed', 'removed', 'restored', 'moved', 'marked', 'answered', 'accepted', 'reopened', 'state']), version: z.number().nullable(), field: z.string().nullable(), label: Text.nullable(), before: Text.nullable(), after: Text.nullable(),
  source: z.enum(['Kasi', 'BPS']).nullable(), state: z.string().nullable(), text: Text.nullable(), by: z.string().nullable(), at: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const Named = z.object({ id: z.string().nullable(), name: z.string(), producer: z.string() });
export const Comparison = z.object({
  from: z.string().nullable(), counts: z.object({ added: z.number(), dropped: z.number(), changed: z.number(), same: z.number() }), added: z.array(Named), dropped: z.array(Named),
  changed: z.array(Named.extend({ fields: z.array(z.object({ field: z.string(), label: Text, before: Text, after: Text })) })),
});
export type Comparison = z.infer<typeof Comparison>;
export const Duplicates = z.object({ thresholds: z.object({ sameProducer: z.number(), otherProducer: z.number() }), more: z.boolean(), /** How many rows are in these pairs. */ names: z.number(), pairs: z.array(z.object({ a: Named, b: Named, likeness: z.number() })) });
export type Duplicates = z.infer<typeof Duplicates>;

export const ImportPlan = z.object({
  fingerprint: z.string(), applied: z.boolean(), added: z.number(), changed: z.number(), unchanged: z.number(), missing: z.number(),
  /** How many cells are refused; the first of them are in `errors`. */
  refused: z.number(),
  errors: z.array(z.object({ cell: z.string(), message: Text })),
  changes: z.array(z.object({ row: z.number(), name: z.string(), fields: z.array(z.object({ field: z.string(), label: Text, before: Text, after: Text })) })),
  names: z.array(z.string()),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** A table's description with the rules that are being written. */
export const RulesToTry = z.object({ table: Values });
const Example = z.object({ row: z.number().nullable(), message: Text });
/**
 * What each rule would have found in the last period's table; `rows` is null where there is none. `judged` rows have a number in each column that the rule
 * compares, `lacking` are titles of columns that the table does not have: of the rule, and of all that are described. Of the built-in rules, those that the row
 * sets: as the office has them, and as it does.
 */
export const RuleTrial = z.object({
  rows: z.number().nullable(), lacking: z.array(z.string()), rules: z.array(z.object({ problems: z.array(Text), judged: z.number(), lacking: z.array(z.string()), broken: z.number(), examples: z.array(Example) })),
  builtIn: z.array(z.object({ title: Text, problems: z.array(Text), before: z.number(), after: z.number(), examples: z.array(Example) })),
});
export type RuleTrial = z.infer<typeof RuleTrial>;
/** The same at once; `trial` is null where the last period's table has too many rows to be tried at every change. */
export const RulesAtOnce = z.object({ rows: z.number().nullable(), trial: RuleTrial.nullable() });
export type RulesAtOnce = z.infer<typeof RulesAtOnce>;

/** A built-in rule that a row may set otherwise than the office. */
export const BuiltInChoice = z.object({ rule: z.string(), title: Text, levels: z.array(z.enum(['ERROR', 'WARNING', 'INFO', 'OFF'])), units: z.array(z.enum(['unit', 'percent', 'score'])) });
export type BuiltInChoice = z.infer<typeof BuiltInChoice>;
