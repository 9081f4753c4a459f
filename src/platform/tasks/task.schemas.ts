import { z } from 'zod';
import { SummaryLines } from '../cases/index.js';
import { FileRefSchema } from '../files/index.js';
import { PageQuery, pageOf } from '../kernel/index.js';

const time = z.iso.datetime();
const data = z.record(z.string(), z.unknown());
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

export const TaskRow = z.object({
  id: z.string(),
  name: z.string(),
  step: z.string().nullable(),
  caseId: z.string(),
  caseTitle: z.string(),
  /** What this part of the case is about: the producer asked, the data set processed. */
  about: z.string().nullable(),
  procedureKey: z.string(),
  elementId: z.string(),
  formKey: z.string().nullable(),
  role: z.string().nullable(),
  officeId: z.string().nullable(),
  officeName: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  dueAt: time.nullable(),
  createdAt: time,
  overdue: z.boolean(),
  state: z.enum(['open', 'completing', 'completed', 'cancelled']),
});
export const TaskPage = pageOf(TaskRow);
export const TaskListQuery = PageQuery.extend({
  /** `mine`: claimed by me. `role`: open to my roles. `all`: all that I may see. */
  scope: z.enum(['mine', 'role', 'all']).default('mine'),
  overdue: flag.optional(),
  q: z.string().max(100).optional(),
  caseId: z.string().max(64).optional(),
});

/** A Form.io definition; its inside is the renderer's. */
const Form = z.looseObject({ key: z.string(), title: z.object({ id: z.string(), en: z.string() }), display: z.enum(['form', 'wizard']), components: z.array(z.looseObject({ key: z.string(), type: z.string() })) });
export const Decision = z.object({ step: z.string().nullable(), taskName: z.string(), who: z.string(), at: time, summary: SummaryLines });
export const TaskDetail = TaskRow.extend({
  instanceId: z.string(),
  form: Form.nullable(),
  data,
  draftSavedAt: time.nullable(),
  draftVersion: z.number().int(),
  /** Whose form it is; another one when the case has been migrated. */
  releaseId: z.string(),
  /** Typed into fields that this form no longer has, with the version that had them. */
  leftovers: z.array(z.object({ label: z.string(), value: z.string(), version: z.number().int() })),
  decisions: z.array(Decision),
  attachments: z.array(FileRefSchema),
  canComplete: z.boolean(),
  /** Held by another, whom the asker stands in for. */
  canTakeOver: z.boolean(),
  canRelease: z.boolean(),
  /** He may give it to a colleague of his office. */
  canHandOver: z.boolean(),
  /** What whoever gave it to its present holder wrote; null where nobody did. */
  handover: z.object({ fromName: z.string(), note: z.string(), at: time }).nullable(),
  diagramKey: z.string(),
});

export const DraftBody = z.object({ data, version: z.number().int().min(0) });
export const DraftSaved = z.object({ version: z.number().int(), savedAt: time });
export const CompleteBody = z.object({ data });
export const Completed = z.object({ submissionId: z.string(), nextTaskId: z.string().nullable(), /** What the application says of it, such as that it came too late to count. */ notice: z.string().nullable() });
export const CompleteManyBody = z.object({ ids: z.array(z.string().max(64)).min(1).max(200), data });
export const CompletedMany = z.object({
  results: z.array(z.object({ id: z.string(), ok: z.boolean(), submissionId: z.string().optional(), status: z.number().int().optional(), code: z.string().optional(), message: z.string().optional(), errors: z.array(z.unknown()).optional() })),
});

export const Procedures = z.array(z.object({ key: z.string(), title: z.string(), formKey: z.string().nullable() }));
export const StartForm = z.object({ key: z.string(), title: z.string(), form: Form.nullable(), data });
/** `requestId`: the same one again is the same case. */
export const StartBody = z.object({ data, requestId: z.uuid().optional() });
export const Started = z.object({ caseId: z.string(), /** What the application says of what was sent. */ notice: z.string().nullable() });
