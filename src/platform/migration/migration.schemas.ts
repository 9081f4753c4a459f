import { z } from 'zod';
import { PageQuery, pageOf } from '../kernel/index.js';

const time = z.iso.datetime();
const text = z.object({ id: z.string(), en: z.string() });
const state = z.enum(['deploying', 'live', 'retired', 'failed']);
const count = z.number().int();

export const VersionsSchema = z.array(z.object({ releaseId: z.string(), version: count, state, note: z.string(), cases: count }));
export const RunningCase = z.object({ id: z.string(), title: z.string(), procedureKey: z.string(), procedureName: z.string(), startedAt: time, steps: z.array(z.string()) });
export const RunningCasePage = pageOf(RunningCase);

const InstructionSchema = z.strictObject({ processKey: z.string().max(100), from: z.string().max(200), to: z.string().max(200) });
export const WantedBody = z.strictObject({ to: z.string().max(64), caseIds: z.array(z.string().max(64)).min(1).max(5_000).nullable(), instructions: z.array(InstructionSchema).max(500).default([]) });
export const OrderBody = WantedBody.extend({ reason: z.string().trim().min(3).max(1_000), consent: z.string().max(64).nullable() });

const Place = z.object({ elementId: z.string(), name: z.string() });
const StepMoveSchema = z.object({ processKey: z.string(), processName: z.string(), elementId: z.string(), name: z.string(), to: Place.nullable(), count, choices: z.array(Place), chosen: z.boolean(), problem: text.nullable() });
const CasePreview = z.object({ caseId: z.string(), title: z.string(), steps: z.array(z.object({ from: z.string(), to: z.string().nullable() })), refusals: z.array(z.object({ text, passing: z.boolean() })), losses: z.array(text), staying: z.array(text) });
export const PreviewSchema = z.object({ fromVersion: count, toVersion: count, going: count, steps: z.array(StepMoveSchema), cases: z.array(CasePreview), lossHash: z.string().nullable() });

export const OrderSchema = z.object({
  id: z.string(), fromVersion: count, toVersion: count, state: z.enum(['running', 'done', 'cancelled']), reason: z.string(), orderedByName: z.string().nullable(), createdAt: time, endedAt: time.nullable(),
  waiting: count, moved: count, refused: count, cancelled: count,
});
export const OrderListSchema = z.array(OrderSchema);
export const OrderedCaseState = z.enum(['waiting', 'moved', 'refused', 'cancelled']);
export const OrderedCaseQuery = PageQuery.extend({
  state: OrderedCaseState.optional(),
  /** Only those that lost something. */
  losing: z.enum(['1']).optional(),
});
export const OrderedCasePage = pageOf(z.object({ caseId: z.string(), title: z.string(), state: OrderedCaseState, reasons: z.array(text), losses: z.array(text), at: time.nullable() }));
