import type { Variable } from './dataset.types.js';

/** Codes that the data list names itself. */
type Listed = Pick<Variable, 'codes' | 'meanings'>;

const MEANING = /^(.*?)\s+=\s+(.*)$/;

/** One code a line, also with what it means: `1 = Laki-laki`. Without meanings also what was pasted with semicolons or commas between. */
export function listedCodes(text: string | null): Listed {
  const lines = (text ?? '').split(/\n/).map((line) => line.trim());
  if (!lines.some((line) => MEANING.test(line))) return { codes: some([...new Set(lines.flatMap((line) => line.split(/[;,]/)).map((code) => code.trim()).filter(Boolean))]) };
  const meanings = new Map(lines.filter(Boolean).map((line) => { const [, code = line, meaning = ''] = MEANING.exec(line) ?? []; return [code, meaning] as const; }));
  return { codes: [...meanings.keys()], meanings: Object.fromEntries([...meanings].filter(([, meaning]) => meaning !== '')) };
}

/** And back. */
export const linesOf = ({ codes, meanings }: Listed): string => codes?.map((code) => (meanings?.[code] ? `${code} = ${meanings[code]}` : code)).join('\n') ?? '';

const some = (codes: string[]): string[] | null => (codes.length > 0 ? codes : null);
