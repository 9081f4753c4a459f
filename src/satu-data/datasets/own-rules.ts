import { z } from 'zod';
import { withMark } from '../shared/decimal-mark.js';
import { optionalText } from '../shared/form-values.js';
import { COMPARISONS, type CompareRule } from './dataset.types.js';
import type { RuleSetting } from './rule-settings.js';
import { keptNumber, writtenNumber } from './written-numbers.js';

const LEVEL = { kesalahan: 'ERROR', peringatan: 'WARNING', informasi: 'INFO' } as const;
type Level = keyof typeof LEVEL;

/** A rule of the office's own as people write it: `laki_laki + perempuan`, `≤`, `jumlah` or `100`, give or take `5 %` or `2`. */
export const OwnRuleRow = z.object({ kiri: optionalText, pembanding: z.enum(COMPARISONS), kanan: optionalText, toleransi: optionalText, tingkat: z.enum(Object.keys(LEVEL) as [Level, ...Level[]]) });
type OwnRuleRow = z.output<typeof OwnRuleRow>;

/** From the list to the rule; what is no number is kept as it is, for `compareProblems` to name. */
export function ownRulesOf(rows: readonly OwnRuleRow[] | null | undefined): CompareRule[] {
  return (rows ?? []).map(({ kiri, pembanding, kanan, toleransi, tingkat }): CompareRule => {
    return {
      kind: 'compare', left: columnsOf(kiri), comparison: pembanding, right: kanan && /^[+-]?\d/.test(kanan.trim()) ? { number: keptNumber(kanan) } : columnsOf(kanan),
      tolerance: toleransi ? percentOf(toleransi) : null, severity: LEVEL[tingkat],
    };
  });
}

/** And back. */
export const ownRuleRow = ({ left, comparison, right, tolerance, severity }: CompareRule) => ({
  kiri: left.join(' + '), pembanding: comparison, kanan: 'number' in right ? withMark(writtenNumber(right.number), 'id') : right.join(' + '), toleransi: writtenTolerance(tolerance),
  tingkat: (Object.keys(LEVEL) as Level[]).find((level) => LEVEL[level] === severity) ?? 'kesalahan',
});

const columnsOf = (text: string | null): string[] => (text ?? '').split('+').map((part) => part.trim()).filter(Boolean);

/** `5 %`, or `2` in the unit of the values. */
export function percentOf(text: string): { readonly by: string; readonly in: 'unit' | 'percent' } {
  const [, by = '', percent] = /^(.*?)\s*(%)?$/s.exec(text.trim()) ?? [];
  return { by: keptNumber(by), in: percent ? 'percent' : 'unit' };
}

/** And back. */
export const writtenTolerance = (tolerance: RuleSetting['tolerance'] | undefined): string => (tolerance ? `${withMark(writtenNumber(tolerance.by), 'id')}${tolerance.in === 'percent' ? ' %' : ''}` : '');
