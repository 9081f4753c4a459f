import { z } from 'zod';
import { PageQuery, pageOf } from '../../kernel/index.js';

const State = z.enum(['queued', 'sent', 'failed']);
export const MessageRow = z.object({
  id: z.string(), receiver: z.string(), title: z.string(), state: State, attempts: z.number().int(), nextAt: z.iso.datetime(), lastError: z.string().nullable(), createdAt: z.iso.datetime(), sentAt: z.iso.datetime().nullable(),
});
export const MessageList = pageOf(MessageRow).extend({
  /** Whether a gateway is set up. */
  on: z.boolean(),
  /** Of all pages. */
  failed: z.number().int(), waiting: z.number().int(),
});
export const MessageQuery = PageQuery.extend({ state: State.optional() });
