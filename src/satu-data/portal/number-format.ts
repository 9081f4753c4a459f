import type { Language } from 'tertib';

/** Canonical decimal text as people read it: 5544.567 is 5.544,567 in Indonesian. Digits are kept as they are, never rounded. */
export function formatDecimal(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', fraction] = match;
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction ? point + fraction : ''}`;
}
