import { z } from 'zod';
import { CaseRow } from '../../cases/index.js';
import { PageQuery, pageOf } from '../../kernel/index.js';
import { PERIODS } from '../overview/overview.schemas.js';

const count = z.number().int();

export const KINDS = ['passed', 'skipped', 'looped', 'disordered'] as const;

export const ConformanceQuery = z.object({
  procedure: z.string().max(100),
  days: z.enum(PERIODS).default('90'),
  /** Of the diagrams that the procedure calls; empty: its own. */
  process: z.string().max(100).default(''),
  /** `shipped`, or the id of a version; empty: as shipped, and the newest version of what nobody shipped. */
  reference: z.string().max(64).default(''),
});
export const ConformanceCasesQuery = PageQuery.extend(ConformanceQuery.shape).extend({ step: z.string().max(200), kind: z.enum(KINDS) });

const Step = z.object({
  elementId: z.string(),
  name: z.string(),
  /** Runs of the diagram that came to it. */
  passed: count,
  /** Those that went past it. */
  skipped: count,
  /** Those that came to it more than once, and how often: usually and at most. */
  looped: count, usually: count, most: count,
  /** Those that came to it after what should follow it. */
  disordered: count,
  /** Things that it was done for, where it is done for each of several. */
  items: count,
});
export const ConformanceSchema = z.object({
  reference: z.object({ id: z.string(), version: count.nullable(), processKey: z.string(), name: z.string(), xml: z.string() }),
  references: z.array(z.object({ id: z.string(), version: count.nullable() })),
  processes: z.array(z.object({ key: z.string(), name: z.string() })),
  cases: count,
  runs: count,
  steps: z.array(Step),
  /** What cases did that the reference does not know. */
  others: z.array(Step.pick({ elementId: true, name: true, passed: true, looped: true, usually: true, most: true, items: true })),
});
export const ConformingCases = pageOf(CaseRow);
