const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };
const ANY = '[^\\n\\r\\x{2028}\\x{2029}]';
const SETS: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_' };

/**
 * A column's pattern (`isSafePattern`) as DuckDB's RE2 reads it. Null where that cannot be said for sure to mean what
 * JavaScript means, as `\s` (ASCII there, Unicode here) or `\b` in a class: such a pattern is tried outside.
 */
export function re2Of(pattern: string): string | null {
  let rest = pattern;
  let result = '';
  while (rest !== '') {
    const [whole, text = '', times = ''] = /^(\\.|\[(?:\\.|[^\]\\])+\]|[^\\[\](){}+*?^$|])([?+*]|\{\d{1,3}(?:,\d{0,3})?\})?/u.exec(rest) ?? [];
    const atom = whole === undefined ? null : atomOf(text);
    if (whole === undefined || atom === null) return null;
    result += atom + times;
    rest = rest.slice(whole.length);
  }
  return result;
}

function atomOf(text: string): string | null {
  if (text === '.') return ANY;
  if (text.startsWith('[')) return classOf(text.slice(1, -1));
  if (!text.startsWith('\\')) return code(text);
  const set = SETS[text.slice(1)];
  return set ? `[${set}]` : escaped(text.slice(1));
}

function classOf(inside: string): string | null {
  const negated = inside.startsWith('^');
  const parts = [...inside.slice(negated ? 1 : 0).matchAll(/\\.|./gsu)].map(([part], index, all) => {
    if (part === '-') return index === 0 || index === all.length - 1 ? code('-') : '-';
    if (!part.startsWith('\\')) return code(part);
    return SETS[part.slice(1)] ?? escaped(part.slice(1));
  });
  return parts.length === 0 || parts.includes(null) ? null : `[${negated ? '^' : ''}${parts.join('')}]`;
}

function escaped(letter: string): string | null {
  if (ESCAPED[letter] !== undefined) return code(ESCAPED[letter]);
  return /[A-Za-z0-9]/.test(letter) ? null : code(letter);
}

/** The letters of a text, to stand in a class. */
export const re2Class = (letters: string): string => [...letters].map(code).join('');

const code = (letter: string): string => `\\x{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
