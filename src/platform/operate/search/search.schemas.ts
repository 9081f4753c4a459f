import { z } from 'zod';
import { CaseRow, CaseState } from '../../cases/index.js';
import { PageQuery, pageOf } from '../../kernel/index.js';

const days = z.coerce.number().int().min(0).max(100_000);

export const CaseSearchQuery = PageQuery.extend({
  procedure: z.string().max(100),
  state: CaseState.optional(),
  /** Started at least, or less than, so many days ago. */
  from: days.optional(), to: days.optional(),
  /** Where a token stands: key of the diagram, and the element. */
  process: z.string().max(100).optional(), element: z.string().max(200).optional(),
  troubled: z.enum(['1']).optional(),
  q: z.string().trim().max(100).optional(),
  /** Name of the only field to look in. */
  field: z.string().max(100).optional(),
});
export const FoundCase = CaseRow.extend({
  /** The names of its open tasks. */
  steps: z.array(z.string()),
  /** The field that holds what was looked for. */
  match: z.object({ name: z.string(), value: z.string() }).nullable(),
});
export const FoundCasePage = pageOf(FoundCase);
