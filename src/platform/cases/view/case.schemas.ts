import { z } from 'zod';
import { PageQuery, pageOf } from '../../kernel/index.js';

export const CaseState = z.enum(['starting', 'running', 'ended', 'cancelled']);
const time = z.iso.datetime();

export const CaseRow = z.object({
  id: z.string(),
  title: z.string(),
  procedureKey: z.string(),
  state: CaseState,
  releaseVersion: z.number().int().nullable(),
  startedAt: time,
  startedByName: z.string().nullable(),
  endedAt: time.nullable(),
  cancelReason: z.string().nullable(),
  openTasks: z.number().int(),
  incidents: z.number().int(),
});
export const CasePage = pageOf(CaseRow);
export const CaseListQuery = PageQuery.extend({ state: CaseState.optional(), q: z.string().max(100).optional(), procedure: z.string().max(100).optional() });

export const CaseInstance = z.object({
  id: z.string(),
  processKey: z.string(),
  name: z.string(),
  state: z.enum(['active', 'completed', 'terminated']),
  parentId: z.string().nullable(),
  superElementId: z.string().nullable(),
  officeId: z.string().nullable(),
  office: z.string().nullable(),
  label: z.string().nullable(),
  startedAt: time,
  endedAt: time.nullable(),
});
export const CaseTask = z.object({
  id: z.string(),
  instanceId: z.string(),
  elementId: z.string(),
  name: z.string(),
  step: z.string().nullable(),
  state: z.enum(['open', 'completing', 'completed', 'cancelled']),
  role: z.string().nullable(),
  officeId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  dueAt: time.nullable(),
  createdAt: time,
  completedAt: time.nullable(),
});
export const CaseDetail = CaseRow.extend({ instances: z.array(CaseInstance), tasks: z.array(CaseTask), canCancel: z.boolean() });

export const Diagrams = z.array(z.object({ processKey: z.string(), name: z.string(), xml: z.string() }));
export const Tokens = z.array(z.object({ processKey: z.string(), elementId: z.string(), count: z.number().int(), state: z.enum(['active', 'incident', 'done']) }));
export const TimelineEntry = z.object({
  id: z.string(),
  at: time,
  kind: z.enum(['started', 'submission', 'automatic', 'event', 'incident', 'missed', 'ended']),
  name: z.string(),
  text: z.string().nullable(),
  step: z.string().nullable(),
  who: z.string().nullable(),
  instanceId: z.string().nullable(),
  instanceLabel: z.string().nullable(),
});
export const Timeline = z.array(TimelineEntry);
export const RunningStep = z.object({ taskId: z.string(), name: z.string(), step: z.string().nullable(), instanceLabel: z.string().nullable(), fraction: z.number().min(0).max(1), text: z.string() });
export const RunningStepList = z.array(RunningStep);
export const SummaryLines = z.array(z.object({ label: z.string(), value: z.string() }));
export const SubmissionRow = z.object({
  id: z.string(),
  taskId: z.string().nullable(),
  formKey: z.string(),
  elementId: z.string().nullable(),
  taskName: z.string(),
  step: z.string().nullable(),
  who: z.string(),
  officeId: z.string().nullable(),
  officeName: z.string().nullable(),
  at: time,
  hash: z.string(),
  summary: SummaryLines,
});
/** What was sent last comes first. */
export const SubmissionPage = pageOf(SubmissionRow);
export const IncidentRow = z.object({
  id: z.string(),
  caseId: z.string(),
  type: z.string(),
  message: z.string(),
  elementId: z.string().nullable(),
  elementName: z.string().nullable(),
  topic: z.string().nullable(),
  at: time,
});
export const IncidentRows = z.array(IncidentRow);
export const CancelBody = z.object({ reason: z.string().trim().min(3).max(1000) });
