/** A condition that we understand, and so let the engine evaluate. */
export interface Condition {
  readonly variables: readonly string[];
}

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
  return parser.whole() ? { variables: [...parser.variables] } : null;
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

  whole(): boolean {
    return this.either(0) && this.at === this.tokens.length;
  }

  private either(depth: number): boolean {
    return this.joined('||', depth, () => this.both(depth));
  }

  private both(depth: number): boolean {
    return this.joined('&&', depth, () => this.term(depth));
  }

  private joined(operator: string, depth: number, part: () => boolean): boolean {
    if (depth > DEEPEST || !part()) return false;
    while (this.takes(operator)) if (!part()) return false;
    return true;
  }

  private term(depth: number): boolean {
    if (this.takes('!')) return this.takes('(') && this.either(depth + 1) && this.takes(')');
    if (this.takes('(')) return this.either(depth + 1) && this.takes(')');
    return this.comparison();
  }

  private comparison(): boolean {
    const [left, operator, right] = this.tokens.slice(this.at, this.at + 3);
    if (!left || !operator || !right || operator.kind !== 'operator' || !COMPARISONS.has(operator.text)) return false;
    const variable = left.kind === 'variable' ? left : right;
    const literal = variable === left ? right : left;
    if (variable.kind !== 'variable' || literal.kind !== 'literal') return false;
    this.variables.add(variable.text);
    this.at += 3;
    return true;
  }

  private takes(operator: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.at += 1;
    return true;
  }
}
