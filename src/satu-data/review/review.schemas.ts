import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });

export const REVIEW_STATES = ['waiting', 'decided', 'waived'] as const;
export const ReviewQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1), limit: z.coerce.number().int().min(1).max(100).default(25),
  /** A collection period; left out: all. */
  period: z.string().max(64).optional(),
  /** `waiting` for BPS; `decided` by it; `waived`: by the office's policy it need not go there. */
  state: z.enum(REVIEW_STATES).default('waiting'),
  /** Part of a data set's name. */
  q: z.string().trim().max(100).optional(),
});
export type ReviewQuery = z.output<typeof ReviewQuery>;

/** A task of the inbox; null where the asker has none for it. */
const Task = z.object({ id: z.string(), since: z.string(), dueAt: z.string().nullable(), overdue: z.boolean(), takenBy: z.string().nullable(), canComplete: z.boolean() });
export type ReviewTask = z.infer<typeof Task>;

const Rated = z.object({ dimension: Text, rating: Text, note: z.string().nullable() });
const Checked = z.object({ item: Text, answer: z.string(), note: z.string().nullable() });
export const AssessmentView = z.object({
  id: z.string(), decision: z.enum(['layak', 'perlu_perbaikan', 'tidak_layak']), reason: z.string().nullable(), letterNumber: z.string().nullable(), by: z.string(), at: z.string(), ratings: z.array(Rated), checklist: z.array(Checked),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

const Item = z.object({
  id: z.string(), caseId: z.string(), period: z.string(), title: z.string(), office: z.string(), priority: z.boolean(), state: z.string(), reason: Text.nullable(), changedAt: z.string(), task: Task.nullable(),
  findings: z.object({ errors: z.number(), warnings: z.number() }), openComments: z.number(), answeredComments: z.number(), remindedAt: z.string().nullable(), assessment: AssessmentView.pick({ decision: true, by: true, at: true, letterNumber: true }).nullable(),
});
export type ReviewItem = z.infer<typeof Item>;

/** The document of step 6: the data list of a period. */
const RequestDocument = z.object({ caseId: z.string(), period: z.string(), rows: z.number(), openMarks: z.number(), task: Task, remindedAt: z.string().nullable() });
export type RequestDocument = z.infer<typeof RequestDocument>;

/** A letter of BPS's: `signed` as it was uploaded, or as the application drew it up. */
export const PeriodLetter = z.object({ id: z.string(), kind: z.enum(['recommendation', 'answer']), number: z.string().nullable(), date: z.string(), signed: z.boolean(), sha256: z.string() });
export type PeriodLetter = z.infer<typeof PeriodLetter>;

export const ReviewView = z.object({
  /** Of the period that was asked for; of all, none. */
  letters: z.array(PeriodLetter),
  /** When BPS was last reminded of what still waits for it, and of how many data sets. */
  reminded: z.object({ at: z.string(), count: z.number() }).nullable(),
  scope: z.enum(['all', 'priority']), periods: z.array(z.object({ id: z.string(), title: z.string() })), requests: z.array(RequestDocument), items: z.array(Item), count: z.number(), page: z.number(), pages: z.number(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const CommentView = z.object({
  id: z.string(), place: z.record(z.string(), z.string()), placeName: z.string(), column: z.string().nullable(), columnName: z.string().nullable(), comment: z.string(), source: z.string(), by: z.string(), at: z.string(),
  doneBy: z.string().nullable(), doneAt: z.string().nullable(), answer: z.string().nullable(),
  /** The producer reads it, and what is said in it. */
  shared: z.boolean(),
  /** Whose word is next in what the producer reads: `office` is whoever made the comment. */
  waitsFor: z.enum(['producer', 'office']).nullable(),
  replies: z.array(z.object({ id: z.string(), by: z.string(), side: z.enum(['producer', 'office', 'bps']).nullable(), at: z.string(), text: z.string() })),
});
export type CommentView = z.infer<typeof CommentView>;
export const NewComment = z.object({ place: z.record(z.string().max(64), z.string().max(200)).default({}), column: z.string().max(64).nullable().default(null), comment: z.string().trim().min(3).max(500) });
export type NewComment = z.output<typeof NewComment>;
/** Ticked off, with what was done about it, or opened again. */
export const CommentStep = z.object({ done: z.boolean(), answer: z.string().trim().max(500).default('') });
export type CommentStep = z.output<typeof CommentStep>;
export const AnswerBody = z.strictObject({ text: z.string().trim().min(1).max(500) });

export const TableQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
export type TableQuery = z.output<typeof TableQuery>;
/** The delivered table, with the comments and findings of each row by the column that they stand in. */
export const TableUnderReview = z.object({
  id: z.string(), caseId: z.string(), title: z.string(), office: z.string(), columns: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string(), number: z.boolean() })),
  rows: z.array(z.object({
    number: z.number(), values: z.record(z.string(), z.string().nullable()), place: z.record(z.string(), z.string()), comments: z.array(z.object({ id: z.string(), column: z.string(), open: z.boolean() })),
    findings: z.array(z.object({ column: z.string(), severity: z.enum(['INFO', 'WARNING', 'ERROR']), message: Text })),
  })),
  page: z.number(), pages: z.number(), count: z.number(), comments: z.array(CommentView),
});
export type TableUnderReview = z.infer<typeof TableUnderReview>;

const CommentedDataset = z.object({ datasetId: z.string(), caseId: z.string(), dataset: z.string(), office: z.string(), period: z.string(), open: z.number(), waiting: z.number(), lastAt: z.string() });
/** Data sets with open comments that their producers read, a page of them; `waiting` are those that wait for the asker's side, which come first. */
export const CommentedDatasets = z.object({ items: z.array(CommentedDataset), page: z.number(), pages: z.number() });
export type CommentedDatasets = z.infer<typeof CommentedDatasets>;
export const CommentsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** What is known of one data set for whoever judges it. */
export const DatasetReview = z.object({
  id: z.string(), state: z.string(), reason: Text.nullable(), waived: z.boolean(), waivedReason: Text.nullable(), facts: z.array(z.object({ dimension: Text, facts: z.array(z.object({ label: Text, value: Text })) })),
  assessments: z.array(AssessmentView), comments: z.array(CommentView), task: Task.nullable(), hasFindings: z.boolean(),
});
export type DatasetReview = z.infer<typeof DatasetReview>;

/** BPS numbers and signs its letter itself. */
export const LetterBody = z.object({ number: z.string().trim().min(1).max(100), signer: z.string().trim().min(3).max(200), position: z.string().trim().min(3).max(200), nip: z.string().trim().max(30).default('') });
export type LetterBody = z.output<typeof LetterBody>;
/** The signed letter: what stands on it, and the file that was uploaded before. */
export const SignedLetterBody = z.object({ number: z.string().trim().min(1).max(100), date: z.iso.date(), fileId: z.string().max(64) });
export type SignedLetterBody = z.output<typeof SignedLetterBody>;
export const MadeLetter = z.object({ letterId: z.string(), fileId: z.string(), fileName: z.string() });
export type MadeLetter = z.infer<typeof MadeLetter>;
