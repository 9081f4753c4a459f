import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import { z } from 'zod';
import { FatalError } from '../failures.js';
import { checked } from './schema-check.js';

/** The same schemas, as two libraries write them. */
const SCHEMAS: Readonly<Record<string, Record<'deadline' | 'known', StandardSchemaV1>>> = {
  zod: {
    deadline: z.object({ batas: z.coerce.date(), jumlah: z.number().int().optional(), kepala: z.object({ nama: z.string().trim() }) }),
    known: z.object({ kode: z.string().refine(async (code) => code === 'D01', 'is not known') }),
  },
  valibot: {
    deadline: v.object({ batas: v.pipe(v.string(), v.transform((text) => new Date(text))), jumlah: v.optional(v.pipe(v.number(), v.integer())), kepala: v.object({ nama: v.pipe(v.string(), v.trim()) }) }),
    known: v.objectAsync({ kode: v.pipeAsync(v.string(), v.checkAsync(async (code) => code === 'D01', 'is not known')) }),
  },
};

describe.each(Object.entries(SCHEMAS))('An input or output schema of %s', (_library, schemas) => {
  const given = { batas: '2026-03-01T00:00:00.000Z', jumlah: null, kepala: { nama: ' Ani ' }, lain: 1 };

  it('gives the parsed value, with what was never set absent', async () => {
    expect(await checked(schemas.deadline, given, 'The input of A.b')).toEqual({ batas: new Date('2026-03-01'), kepala: { nama: 'Ani' } });
  });

  it('names each misfit by its path, and is not tried again', async () => {
    const misfit = checked(schemas.deadline, { ...given, jumlah: 'tiga', kepala: {} }, 'The input of A.b');
    await expect(misfit).rejects.toThrow(FatalError);
    await expect(misfit).rejects.toThrow(/^The input of A\.b does not fit: .*jumlah: .+; kepala\.nama: .+/);
  });

  it('may ask elsewhere', async () => {
    expect(await checked(schemas.known, { kode: 'D01' }, 'The output of A.b')).toEqual({ kode: 'D01' });
    await expect(checked(schemas.known, { kode: 'D99' }, 'The output of A.b')).rejects.toThrow('The output of A.b does not fit: kode: is not known');
  });
});

it('lets everything by where there is no schema', async () => {
  expect(await checked(undefined, { a: 1n }, 'The input of A.b')).toEqual({ a: 1n });
});
