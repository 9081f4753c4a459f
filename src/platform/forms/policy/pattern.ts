const LONGEST = 300;

/**
 * Why a regular expression may hold the server, or null. A repeated group that itself repeats or chooses (`(a+)+`,
 * `(a|aa)*`) takes exponential time on some text; so do back references and many open repetitions in a row.
 */
export function patternDanger(pattern: string): string | null {
  if (pattern.length > LONGEST) return 'too long';
  try {
    void new RegExp(pattern);
  } catch {
    return 'not a regular expression';
  }
  if (/\\[1-9k]|\(\?[<=!]/.test(pattern)) return 'back reference or look-around';
  return repetitionDanger(pattern);
}

interface Group {
  repeats: boolean;
  chooses: boolean;
}

function repetitionDanger(pattern: string): string | null {
  const open: Group[] = [{ repeats: false, chooses: false }];
  let closed: Group | null = null;
  let unbounded = 0;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    const top = open.at(-1) as Group;
    const quantifier = /^(?:[*+]|\{\d+(?:,\d*)?\})/.exec(pattern.slice(index))?.[0];
    if (quantifier) {
      if (closed && (closed.repeats || closed.chooses)) return 'repeated group that repeats or chooses';
      if (/^[*+]$|,\}$/.test(quantifier)) unbounded += 1;
      for (const group of open) group.repeats = true;
      index += quantifier.length - 1;
    } else if (character === '\\') index += 1;
    else if (character === '[') index = classEnd(pattern, index);
    else if (character === '(') open.push({ repeats: false, chooses: false });
    else if (character === '|') top.chooses = true;
    else if (character === ')') {
      closed = open.pop() as Group;
      continue;
    }
    closed = null;
  }
  return unbounded > 4 ? 'too many open repetitions' : null;
}

function classEnd(pattern: string, from: number): number {
  for (let index = from + 1; index < pattern.length; index += 1) {
    if (pattern[index] === '\\') index += 1;
    else if (pattern[index] === ']') return index;
  }
  return pattern.length;
}
