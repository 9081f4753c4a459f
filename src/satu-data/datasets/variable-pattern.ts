/** A character as itself, escaped, or out of a class; then how often. No groups, no choices, no look-around. */
const ATOM = /^(?:\\[dw.\\/()[\]{}+*?^$|-]|\[\^?(?:\\.|[^\]\\])+\]|[^\\[\](){}+*?^$|])(\?|\+|\*|\{\d{1,3}(?:,\d{0,3})?\})?/u;
const OPTIONAL = 5;

/**
 * Whether a pattern of a column may be tried on every cell of a large table: each part is one character, and at most one
 * part is of open length, so that no text makes it try more than a few ways. `(a+)+` would hold the server for ever.
 */
export function isSafePattern(pattern: string): boolean {
  let rest = pattern;
  let open = 0;
  let optional = 0;
  while (rest !== '') {
    const atom = ATOM.exec(rest);
    if (!atom) return false;
    const times = atom[1] ?? '';
    if (times === '?') optional += 1;
    else if (times !== '' && !/^\{\d+\}$/.test(times)) open += 1;
    rest = rest.slice(atom[0].length);
  }
  return open <= 1 && optional <= OPTIONAL && compiles(pattern);
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
