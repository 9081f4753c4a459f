import { z } from 'zod';

export const PageForm = z.object({ form: z.record(z.string(), z.unknown()) });
