import { formulaError } from './formula.js';
import { otherColumn } from './other-column.js';

export interface Token {
  readonly kind: 'number' | 'column' | 'sign' | 'end';
  readonly text: string;
  /** Its first character, counted from 1. */
  readonly at: number;
}

/** As formulas are typed and as they are printed. */
const SIGNS: Readonly<Record<string, string>> = { '+': '+', '-': '-', '−': '-', '–': '-', '*': '*', '×': '*', '/': '/', '÷': '/', ':': '/', '(': '(', ')': ')' };
const LONGEST = 500;

/** @throws FormulaError for a character that means nothing here, and for a number that is not whole. */
export function tokensOf(source: string): Token[] {
  if (source.length > LONGEST) throw formulaError(LONGEST, `rumus paling panjang ${LONGEST} huruf.`, `a formula has at most ${LONGEST} characters.`);
  const tokens: Token[] = [];
  for (let index = 0; index < source.length; ) {
    const token = next(source, index);
    if (token.text.trim()) tokens.push({ ...token, text: SIGNS[token.text] ?? token.text });
    index += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: source.length + 1 }];
}

function next(source: string, index: number): Token {
  const rest = source.slice(index);
  const at = index + 1;
  if (rest.startsWith('[')) return otherAt(rest, at);
  const text = /^(\s+|\d[\d.,]*|[a-z_]\w*)/i.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) as number);
  if (/^\d/.test(text)) {
    // 1.000 is a thousand to one reader and one to another: nobody has to guess.
    if (/[.,]/.test(text)) throw formulaError(at, `“${text}” bukan bilangan bulat. Tulis pecahan sebagai pembagian, misalnya 5/10, dan ribuan tanpa titik.`, `“${text}” is no whole number. Write a fraction as a division, such as 5/10, and thousands without a mark.`);
    return { kind: 'number', text, at };
  }
  if (/^[a-z_]/i.test(text) || !text.trim()) return { kind: 'column', text, at };
  if (!(text in SIGNS)) throw formulaError(at, `tanda “${text}” tidak dikenal. Yang dapat dipakai: + − × ÷ ( ).`, `the sign “${text}” is not known. What can be used: + − × ÷ ( ).`);
  return { kind: 'sign', text, at };
}

/** A column of another data set. */
function otherAt(rest: string, at: number): Token {
  const text = /^\[[^\][]*\](?:\s*\.\s*[a-z_]\w*)?/i.exec(rest)?.[0];
  if (text === undefined) throw formulaError(at, 'kurung siku ini belum ditutup. Tulis nama dataset di dalamnya, lalu titik dan nama kolomnya, misalnya [Jumlah penduduk].jumlah.', 'this square bracket is not closed. Write the name of a data set in it, then a dot and the name of its column, such as [Jumlah penduduk].jumlah.');
  if (!otherColumn(text)) throw formulaError(at, `sesudah nama dataset dalam kurung siku, tulis titik dan nama kolomnya, misalnya [Jumlah penduduk].jumlah, bukan “${text}”.`, `after the name of a data set in square brackets write a dot and the name of its column, such as [Jumlah penduduk].jumlah, not “${text}”.`);
  return { kind: 'column', text, at };
}
