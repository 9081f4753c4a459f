/** A condition that we understand, and so let the engine evaluate. */
export interface Condition {
  readonly variables: readonly string[];
  /** What it says, to be decided by `decide`. */
  readonly term: Term;
}

export type Comparison = '==' | '!=' | '<' | '>' | '<=' | '>=';
export type Literal = string | number | boolean | null;

/** A condition taken apart. `turned`: the literal stood on the left. */
export type Term =
  | { readonly all: readonly Term[] }
  | { readonly any: readonly Term[] }
  | { readonly not: Term }
  | { readonly variable: string; readonly comparison: Comparison; readonly literal: Literal; readonly turned: boolean };

const TOKEN = /\s*(?:(&&|\|\||==|!=|<=|>=|<|>|!|\(|\))|('[^'\\]*'|"[^"\\]*")|(-?\d{1,15}(?:\.\d{1,15})?)(?![\w.])|([A-Za-z_]\w*))/y;
const LITERALS = new Set(['true', 'false', 'null']);
const WORDS: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!' };
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
/** Names that the engine gives objects of its own, and JUEL's operators in words. */
const RESERVED = new Set('execution task externalTask caseExecution processInstance empty instanceof div mod eq ne lt gt le ge'.split(' '));
const DEEPEST = 30;

type Token = { readonly kind: 'operator' | 'literal' | 'variable'; readonly text: string };

/** Whether a name may be a process variable in a diagram. */
export const isVariable = (name: string): boolean => /^[A-Za-z_]\w{0,63}$/.test(name) && !RESERVED.has(name) && !LITERALS.has(name) && !(name in WORDS);

/**
 * Reads `${…}` or `#{…}` by our own small grammar, or answers null:
 * comparisons of a variable with a literal, joined by and/or/not and parentheses. No dots, calls or brackets.
 */
export function parseCondition(text: string): Condition | null {
  const body = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(text)?.[1];
  const tokens = body === undefined ? null : tokenize(body);
  if (!tokens) return null;
  const parser = new Parser(tokens);
  const term = parser.whole();
  return term ? { variables: [...parser.variables], term } : null;
}

/** Whether a condition asks if this variable is empty: whoever wrote it knows that it may be. */
export function asksForNull(text: string, name: string): boolean {
  const tokens = tokenize(bodyOf(text)) ?? [];
  return tokens.some(({ text: one }, index) => one === name && [-1, 1].some((side) => COMPARISONS.has(tokens[index + side]?.text ?? '') && tokens[index + 2 * side]?.text === 'null'));
}

/** The condition without its comparisons of one variable; null where nothing is left, or brackets and mixed operators leave open what is meant. */
export function withoutVariable(text: string, name: string): string | null {
  const tokens = tokenize(bodyOf(text)) ?? [];
  const joints = new Set(tokens.filter(({ kind, text: one }) => kind === 'operator' && !COMPARISONS.has(one)).map(({ text: one }) => one));
  const [joint] = joints;
  if (joints.size !== 1 || (joint !== '&&' && joint !== '||')) return null;
  const kept = Array.from({ length: (tokens.length + 1) / 4 }, (_, index) => tokens.slice(index * 4, index * 4 + 3)).filter((comparison) => !comparison.some(({ text: one }) => one === name));
  return kept.length > 0 ? `\${${kept.map((comparison) => comparison.map(({ text: one }) => one).join(' ')).join(` ${joint} `)}}` : null;
}

/** The condition, asked only where the variable has a value. */
export const onlyWithValue = (text: string, name: string): string => `\${${name} != null && (${bodyOf(text).trim()})}`;

const bodyOf = (text: string): string => /^\s*[$#]\{([^{}]*)\}\s*$/.exec(text)?.[1] ?? '';

/** The name in a bare `${name}`, or null. */
export function bareVariable(text: string): string | null {
  const name = /^\$\{\s*(\w+)\s*\}$/.exec(text.trim())?.[1];
  return name !== undefined && isVariable(name) ? name : null;
}

function tokenize(body: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (body.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(body);
    if (!match || tokens.length > 500) return null;
    const [, operator, quoted, figure, word] = match;
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
    else if (quoted !== undefined || figure !== undefined) tokens.push({ kind: 'literal', text: (quoted ?? figure) as string });
    else if (word !== undefined && Object.hasOwn(WORDS, word)) tokens.push({ kind: 'operator', text: WORDS[word] as string });
    else if (word !== undefined && LITERALS.has(word)) tokens.push({ kind: 'literal', text: word });
    else if (word !== undefined && isVariable(word)) tokens.push({ kind: 'variable', text: word });
    else return null;
  }
  return tokens;
}

class Parser {
  readonly variables = new Set<string>();
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Term | null {
    const term = this.either(0);
    return this.at === this.tokens.length ? term : null;
  }

  private either(depth: number): Term | null {
    const parts = this.joined('||', depth, () => this.both(depth));
    return parts && { any: parts };
  }

  private both(depth: number): Term | null {
    const parts = this.joined('&&', depth, () => this.term(depth));
    return parts && { all: parts };
  }

  private joined(operator: string, depth: number, part: () => Term | null): Term[] | null {
    const parts: Term[] = [];
    if (depth > DEEPEST) return null;
    do {
      const next = part();
      if (!next) return null;
      parts.push(next);
    } while (this.takes(operator));
    return parts;
  }

  private term(depth: number): Term | null {
    if (this.takes('!')) {
      const inner = this.takes('(') ? this.either(depth + 1) : null;
      return inner && this.takes(')') ? { not: inner } : null;
    }
    if (!this.takes('(')) return this.comparison();
    const inner = this.either(depth + 1);
    return inner && this.takes(')') ? inner : null;
  }

  private comparison(): Term | null {
    const [left, operator, right] = this.tokens.slice(this.at, this.at + 3);
    if (!left || !operator || !right || operator.kind !== 'operator' || !COMPARISONS.has(operator.text)) return null;
    const variable = left.kind === 'variable' ? left : right;
    const literal = variable === left ? right : left;
    if (variable.kind !== 'variable' || literal.kind !== 'literal') return null;
    this.variables.add(variable.text);
    this.at += 3;
    return { variable: variable.text, comparison: operator.text as Comparison, literal: valueOf(literal.text), turned: variable === right };
  }

  private takes(operator: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.at += 1;
    return true;
  }
}

const WRITTEN: Readonly<Record<string, Literal>> = { true: true, false: false, null: null };

const valueOf = (text: string): Literal => (Object.hasOwn(WRITTEN, text) ? (WRITTEN[text] as Literal) : /^['"]/.test(text) ? text.slice(1, -1) : Number(text));
