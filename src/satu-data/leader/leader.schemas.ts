import { z } from 'zod';

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const LinkBody = z.strictObject({ taskId: z.string().max(64), name: text(100), title: text(100) });
const Link = z.object({ id: z.string(), taskId: z.string(), name: z.string(), title: z.string(), sentByName: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime(), state: z.enum(['open', 'used', 'revoked', 'expired', 'locked']) });
export type Link = z.infer<typeof Link>;
/** The only answer that has the secrets in it. */
export const IssuedLink = Link.extend({ address: z.string(), pin: z.string() });
export type IssuedLink = z.infer<typeof IssuedLink>;
const WaitingRow = z.object({ taskId: z.string(), caseId: z.string(), period: z.string(), office: z.string(), deadline: z.iso.datetime(), link: Link.nullable() });
/** Who waits for a leader's word, a page of them, whose deadline comes first first. */
export const Waiting = z.object({ items: z.array(WaitingRow), page: z.number(), pages: z.number() });
export type Waiting = z.infer<typeof Waiting>;
export const WaitingQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1), q: z.string().trim().max(100).optional() });

const key = { token: z.string().min(1).max(100), pin: z.string().regex(/^\d{6}$/) };
export const KeyBody = z.strictObject(key);
export const DecisionBody = z.strictObject({ ...key, decision: z.enum(['setuju', 'kembalikan']), note: z.string().trim().max(2000).optional() });
export const Decided = z.object({ decision: z.enum(['setuju', 'kembalikan']) });

const Delivered = z.object({
  title: z.string(), state: z.string(), reason: z.string().nullable(), findings: z.string().nullable(), found: z.array(z.string()), foundAll: z.boolean(), summary: z.string().nullable(), changes: z.array(z.string()),
  rowCount: z.number(), columns: z.array(z.string()), rows: z.array(z.array(z.string().nullable())),
});
export const LeaderView = z.object({ receiver: z.string(), office: z.string(), period: z.string(), deadline: z.string(), sentBy: z.string(), deliveredBy: z.string(), datasets: z.array(Delivered) });
export type LeaderView = z.infer<typeof LeaderView>;
