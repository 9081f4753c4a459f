import { formulaError, type Formula, type Sign } from './formula.js';
import { tokensOf, type Token } from './tokens.js';

/** More brackets in each other than this are a slip, and would exhaust the stack. */
const DEEPEST = 20;

/**
 * Reads `(jumlah − luas_km2 × 2) ÷ 100`: multiplication before addition, from left to right.
 *
 * @throws FormulaError that says what is wrong, and where.
 */
export function parseFormula(source: string): Formula {
  const reader = new Reader(tokensOf(source));
  const formula = reader.sum(0);
  reader.end();
  return formula;
}

class Reader {
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  sum(depth: number): Formula {
    return this.chain(['+', '-'], () => this.product(depth));
  }

  end(): void {
    const { kind, text, at } = this.token;
    if (kind === 'end') return;
    if (text === ')') throw formulaError(at, 'kurung tutup ini tidak punya pasangan.', 'this closing bracket has no partner.');
    throw formulaError(at, `“${text}” tidak didahului tanda + − × ÷.`, `“${text}” has no sign + − × ÷ before it.`);
  }

  private product(depth: number): Formula {
    return this.chain(['*', '/'], () => this.factor(depth));
  }

  private chain(signs: readonly Sign[], part: () => Formula): Formula {
    let left = part();
    for (let sign = this.sign(signs); sign; sign = this.sign(signs)) left = { kind: 'operation', sign, left, right: part() };
    return left;
  }

  private factor(depth: number): Formula {
    const { kind, text, at } = this.token;
    if (depth > DEEPEST) throw formulaError(at, `lebih dari ${DEEPEST} kurung bersarang.`, `more than ${DEEPEST} brackets in each other.`);
    this.index += 1;
    if (kind === 'number') return { kind: 'number', value: text };
    if (kind === 'column') return { kind: 'column', name: text };
    if (text === '-') return { kind: 'negative', of: this.factor(depth + 1) };
    if (text === '(') {
      const inner = this.sum(depth + 1);
      if (this.token.text !== ')') throw formulaError(at, 'kurung buka ini belum ditutup.', 'this opening bracket is not closed.');
      this.index += 1;
      return inner;
    }
    throw kind === 'end'
      ? formulaError(at, 'rumus belum selesai: tulis nama kolom atau bilangan.', 'the formula is not finished: write a column name or a number.')
      : formulaError(at, `di sini harus ada nama kolom atau bilangan, bukan “${text}”.`, `a column name or a number must stand here, not “${text}”.`);
  }

  private get token(): Token {
    return this.tokens[Math.min(this.index, this.tokens.length - 1)] as Token;
  }

  private sign(signs: readonly Sign[]): Sign | undefined {
    const { kind, text } = this.token;
    const found = kind === 'sign' ? signs.find((one) => one === text) : undefined;
    if (found) this.index += 1;
    return found;
  }
}
