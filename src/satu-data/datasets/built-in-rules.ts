import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';
import type { BuiltInRule, Level } from './dataset.types.js';
import { percentOf, writtenTolerance } from './own-rules.js';
import { ADJUSTABLE, ADJUSTABLE_RULES, type AdjustableRule } from './rule-settings.js';
import { keptNumber } from './written-numbers.js';

const LEVEL = { kesalahan: 'ERROR', peringatan: 'WARNING', informasi: 'INFO', mati: 'OFF' } as const satisfies Record<string, Level>;
type Word = keyof typeof LEVEL;
export const LEVEL_WORDS = Object.keys(LEVEL) as [Word, ...Word[]];

/** A built-in rule as people set it for one data set: which, what it weighs, give or take what (`5 %`, `2`, or a score). */
export const BuiltInRow = z.object({ aturan: z.enum(ADJUSTABLE_RULES as [AdjustableRule, ...AdjustableRule[]]), tingkat: z.enum(LEVEL_WORDS), toleransi: optionalText });
type BuiltInRow = z.output<typeof BuiltInRow>;

export const builtInOf = (rows: readonly BuiltInRow[] | null | undefined): BuiltInRule[] =>
  (rows ?? []).map(({ aturan: rule, tingkat, toleransi }) => ({ kind: 'built-in', rule, level: LEVEL[tingkat], tolerance: toleranceOf(rule, toleransi) }));

/** And back. */
export const builtInRow = ({ rule, level, tolerance }: BuiltInRule) => ({
  aturan: rule, tingkat: LEVEL_WORDS.find((word) => LEVEL[word] === level) ?? 'kesalahan', toleransi: writtenTolerance(tolerance),
});

function toleranceOf(rule: AdjustableRule, text: string | null): BuiltInRule['tolerance'] {
  if (!text) return ADJUSTABLE[rule].usual.tolerance;
  if (ADJUSTABLE[rule].units.includes('score')) return { by: keptNumber(text), in: 'score' };
  return percentOf(text);
}
