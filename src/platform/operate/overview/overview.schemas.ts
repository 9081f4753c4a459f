import { z } from 'zod';
import { MeasureSchema } from './measure.js';

const count = z.number().int();
const text = z.object({ id: z.string(), en: z.string() });

export const PERIODS = ['30', '90', '365', 'all'] as const;
export const OverviewQuery = z.object({ procedure: z.string().max(100), days: z.enum(PERIODS).default('90') });

export const ProcedureListSchema = z.array(z.object({ key: z.string(), name: z.string(), running: count, cases: count }));
export const OverviewSchema = z.object({
  cases: z.object({ running: count, ended: count, cancelled: count, troubled: count, ages: z.array(z.object({ upTo: count.nullable(), count })) }),
  onTime: count, late: count, overdue: count,
  diagrams: z.array(z.object({ processKey: z.string(), name: z.string(), version: count, xml: z.string() })),
  /** `drawn`: the diagram shown has it. Where not, it is of another version. */
  steps: z.array(MeasureSchema.extend({ processKey: z.string(), processName: z.string(), elementId: z.string(), name: z.string(), drawn: z.boolean(), calls: z.boolean(), incidents: count })),
  roles: z.array(MeasureSchema.extend({ role: z.string().nullable(), title: text.nullable() })),
  offices: z.array(MeasureSchema.extend({ officeId: z.string().nullable(), name: z.string().nullable() })),
  /** What cases can be searched by, of the forms in force. */
  fields: z.array(z.object({ name: z.string(), label: text })),
});
