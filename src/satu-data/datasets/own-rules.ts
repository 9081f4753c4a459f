import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';
import { COMPARISONS, type CompareRule } from './dataset.types.js';

const LEVEL = { kesalahan: 'ERROR', peringatan: 'WARNING', informasi: 'INFO' } as const;
type Level = keyof typeof LEVEL;

/** A rule of the office's own as people write it: `laki_laki + perempuan`, `≤`, `jumlah` or `100`, give or take `5 %` or `2`. */
export const OwnRuleRow = z.object({ kiri: optionalText, pembanding: z.enum(COMPARISONS), kanan: optionalText, toleransi: optionalText, tingkat: z.enum(Object.keys(LEVEL) as [Level, ...Level[]]) });
type OwnRuleRow = z.output<typeof OwnRuleRow>;

/** From the list to the rule; what is no number is kept as it is, for `compareProblems` to name. */
export function ownRulesOf(rows: readonly OwnRuleRow[] | null | undefined): CompareRule[] {
  return (rows ?? []).map(({ kiri, pembanding, kanan, toleransi, tingkat }): CompareRule => {
    return {
      kind: 'compare', left: columnsOf(kiri), comparison: pembanding, right: kanan && /^[+-]?\d/.test(kanan.trim()) ? { number: decimalOf(kanan) } : columnsOf(kanan),
      tolerance: toleransi ? percentOf(toleransi) : null, severity: LEVEL[tingkat],
    };
  });
}

/** And back. */
export const ownRuleRow = ({ left, comparison, right, tolerance, severity }: CompareRule) => ({
  kiri: left.join(' + '), pembanding: comparison, kanan: 'number' in right ? right.number.replace('.', ',') : right.join(' + '),
  toleransi: tolerance ? `${tolerance.by.replace('.', ',')}${tolerance.in === 'percent' ? ' %' : ''}` : '',
  tingkat: (Object.keys(LEVEL) as Level[]).find((level) => LEVEL[level] === severity) ?? 'kesalahan',
});

const columnsOf = (text: string | null): string[] => (text ?? '').split('+').map((part) => part.trim()).filter(Boolean);

/** A rule's numbers are short: a comma in them is the decimal one, and there are no thousands. */
export const decimalOf = (text: string): string => text.trim().replace(',', '.');

/** `5 %`, or `2` in the unit of the values. */
export function percentOf(text: string): { readonly by: string; readonly in: 'unit' | 'percent' } {
  const [, by = '', percent] = /^(.*?)\s*(%)?$/s.exec(text.trim()) ?? [];
  return { by: decimalOf(by), in: percent ? 'percent' : 'unit' };
}
