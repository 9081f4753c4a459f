import type { FieldProblem } from 'tertib';
import type { z } from 'zod';
import type { MetadataKind } from './metadata.entity.js';
import { MsInd } from './ms-ind.js';
import { kegOf, kegProblems, MsKeg } from './ms-keg.js';
import { MsVar, ruleProblems } from './ms-var.js';

interface Kind<S extends z.ZodType> {
  readonly schema: S;
  readonly problems: (content: z.output<S>) => FieldProblem[];
  readonly kept: (content: z.output<S>) => object;
}
const kindOf = <S extends z.ZodType>({ schema, problems, kept }: Kind<S>) => (given: unknown): { problems: FieldProblem[]; kept: () => Record<string, unknown> } => {
  const read = schema.safeParse(given);
  if (read.success) return { problems: problems(read.data), kept: () => ({ ...kept(read.data) }) };
  const message = { id: 'Isian ini tidak sesuai bentuknya. Periksa dan isi kembali.', en: 'This field does not have the right form. Look at it and fill it in again.' };
  return { problems: read.error.issues.map(({ path }) => ({ path: path.join('.'), message })), kept: () => ({}) };
};

/** What is taken of each kind, what is refused, and how it is kept. */
export const METADATA_KINDS: Readonly<Record<MetadataKind, (given: unknown) => { problems: FieldProblem[]; kept: () => Record<string, unknown> }>> = {
  activity: kindOf({ schema: MsKeg, problems: kegProblems, kept: kegOf }),
  variable: kindOf({ schema: MsVar, problems: ruleProblems, kept: (content) => content as object }),
  indicator: kindOf({ schema: MsInd, problems: () => [], kept: (content) => content as object }),
};
