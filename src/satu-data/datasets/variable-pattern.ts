/** A character as itself, escaped, or out of a class; then how often. No groups, no choices, no look-around. */
const ATOM = /^(?:\\[dw.\\/()[\]{}+*?^$|-]|\[\^?(?:\\.|[^\]\\])+\]|[^\\[\](){}+*?^$|])(\?|\+|\*|\{\d{1,3}(?:,\d{0,3})?\})?/u;
const OPTIONAL = 5;

/**
 * Whether a pattern of a column may be tried on every cell of a large table: each part is one character, and at most one
 * part is of open length, so that no text makes it try more than a few ways. `(a+)+` would hold the server for ever.
 */
export function isSafePattern(pattern: string): boolean {
  const times = partsOf(pattern)?.map((part) => part.times);
  if (!times) return false;
  const optional = times.filter((one) => one === '?').length;
  const open = times.filter((one) => one !== '' && one !== '?' && !/^\{\d+\}$/.test(one)).length;
  return open <= 1 && optional <= OPTIONAL && compiles(pattern);
}

/** A character or class, and how often: `[A-Z]` and `{2}`. */
export interface PatternPart {
  readonly what: string;
  readonly times: string;
}

/** Null where it is made of anything else. */
export function partsOf(pattern: string): readonly PatternPart[] | null {
  const parts: PatternPart[] = [];
  for (let rest = pattern; rest !== ''; ) {
    const [whole, times = ''] = ATOM.exec(rest) ?? [];
    if (!whole) return null;
    parts.push({ what: whole.slice(0, whole.length - times.length), times });
    rest = rest.slice(whole.length);
  }
  return parts;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
