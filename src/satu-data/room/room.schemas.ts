import { z } from 'zod';

/* The screens take their types from here, so that nothing but zod is imported. */

const Text = z.object({ id: z.string(), en: z.string() });
const moment = z.iso.datetime();

const RoomRow = z.object({ id: z.string(), officeId: z.string(), office: z.string(), state: z.string(), deadline: moment, open: z.boolean(), asked: z.number(), owed: z.number(), unread: z.number() });
/** The producers of a period, a page of them; what is unread comes first. */
export const Rooms = z.object({ caseId: z.string(), period: z.string(), items: z.array(RoomRow), page: z.number(), pages: z.number() });
export type Rooms = z.infer<typeof Rooms>;

export const RoomsQuery = z.object({ caseId: z.string().max(64), page: z.coerce.number().int().min(1).max(10_000).default(1), q: z.string().trim().max(100).optional() });
export type RoomsQuery = z.infer<typeof RoomsQuery>;

/** What was handed in last of a data set. */
const Delivered = z.object({
  kind: Text, rows: z.number().nullable(), by: z.string(), at: moment, validatedBy: z.string().nullable(), validatedAt: moment.nullable(), receipt: z.string().nullable(),
  scans: z.array(z.object({ fileId: z.string(), what: z.enum(['sheet', 'paper']) })), withdrawal: z.object({ byName: z.string(), at: moment, reason: z.string() }).nullable(),
  /** A report of its check is there. */
  checked: z.boolean(),
});
/** A large table that is checked, or whose check was broken off. */
const RoomCheck = z.object({ fileId: z.string(), state: z.enum(['running', 'stopped', 'failed']), stage: z.enum(['reading', 'checking', 'verifying']), progress: z.number(), reason: Text.nullable() });
const RoomDataset = z.object({ id: z.string(), check: RoomCheck.nullable(), title: z.string(), state: z.string(), stateName: Text, delivered: Delivered.nullable(), withdrawable: z.enum(['with-leader', 'validated']).nullable(), messages: z.number(), unread: z.number(),
  /** Comments on its table that wait for the producer. */
  comments: z.number() });
const RoomLetter = z.object({ id: z.string(), subject: z.string(), /** Of several receipts, which one it is. */ number: z.string().nullable(), date: moment });

/** Everything about one producer's part of a period. */
export const Room = z.object({ id: z.string(), caseId: z.string(), period: z.string(), office: z.string(), deadline: moment, open: z.boolean(), waitsForLeader: z.boolean(),
  /** The open task of this part that the asker may do; `paper`: he records it from papers. */
  task: z.object({ id: z.string(), paper: z.boolean() }).nullable(),
  datasets: z.array(RoomDataset), letters: z.array(RoomLetter) });
export type Room = z.infer<typeof Room>;

export const PrintedSheet = z.object({ letterId: z.string(), code: z.string() });
export type PrintedSheet = z.infer<typeof PrintedSheet>;

export const WithdrawBody = z.strictObject({ datasetIds: z.array(z.string().max(64)).min(1).max(500).optional(), reason: z.string().trim().min(5).max(1000) });
export const Withdrawn = z.object({ datasetIds: z.array(z.string()) });
