import { z } from 'zod';

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const LinkBody = z.strictObject({ taskId: z.string().max(64), name: text(100), title: text(100) });
const Link = z.object({ id: z.string(), taskId: z.string(), name: z.string(), title: z.string(), sentByName: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime(), state: z.enum(['open', 'used', 'revoked', 'expired', 'locked']) });
export type Link = z.infer<typeof Link>;
/** The only answer that has the secrets in it. */
export const IssuedLink = Link.extend({ address: z.string(), pin: z.string() });
export type IssuedLink = z.infer<typeof IssuedLink>;
export const Waiting = z.array(z.object({ taskId: z.string(), caseId: z.string(), period: z.string(), office: z.string(), deadline: z.iso.datetime(), link: Link.nullable() }));
export type Waiting = z.infer<typeof Waiting>;

const key = { token: z.string().min(1).max(100), pin: z.string().regex(/^\d{6}$/) };
export const KeyBody = z.strictObject(key);
export const DecisionBody = z.strictObject({ ...key, decision: z.enum(['setuju', 'kembalikan']), note: z.string().trim().max(2000).optional() });
export const Decided = z.object({ decision: z.enum(['setuju', 'kembalikan']) });

const Delivered = z.object({
  title: z.string(), state: z.string(), reason: z.string().nullable(), findings: z.string().nullable(), summary: z.string().nullable(), changes: z.array(z.string()),
  rowCount: z.number(), columns: z.array(z.string()), rows: z.array(z.array(z.string().nullable())),
});
export const LeaderView = z.object({ receiver: z.string(), office: z.string(), period: z.string(), deadline: z.string(), sentBy: z.string(), deliveredBy: z.string(), datasets: z.array(Delivered) });
export type LeaderView = z.infer<typeof LeaderView>;
