import { z } from 'zod';
import { FileRefSchema } from '../../files/index.js';
import { PageQuery, pageOf } from '../../kernel/index.js';
import { isAddress } from './addresses.js';
import { MAIL_STATES } from './mail.entity.js';

const State = z.enum(MAIL_STATES);

export const MailRow = z.object({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  state: State,
  attempts: z.number().int(),
  nextAt: z.iso.datetime(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  caseId: z.string().nullable(),
});
export const MailDetail = MailRow.extend({ messageId: z.string(), text: z.string(), attachments: z.array(FileRefSchema) });
export const MailList = pageOf(MailRow).extend({
  /** Whether a mail server is set up. */
  sending: z.boolean(),
  from: z.string(),
  /** Of all pages. */
  failed: z.number().int(),
});
export const MailQuery = PageQuery.extend({ state: State.optional() });
export const TestMail = z.object({ to: z.string().max(254).refine(isAddress, 'Bukan alamat surel / not an e-mail address') });
