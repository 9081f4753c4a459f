import type { Text } from 'tertib';
import type { Variable } from './dataset.types.js';

/** Codes that the data list names itself. */
type Listed = Pick<Variable, 'codes' | 'meanings'>;
interface Answer {
  readonly code: string;
  readonly meaning: string;
}
interface Read {
  readonly answers: readonly Answer[];
  readonly unclear: readonly Text[];
}

const MEANS = /\s=\s/;
/** A cell in quotation marks is taken as it is, as in a CSV: one quotation mark within is written twice. */
const QUOTED = /(?<=(?:^|[;,]|\s=\s)\s*)"((?:[^"]|"")*)"(?=\s*(?:$|[;,]|\s=\s))/g;
const HELD = /\uE000(\d+)\uE001/g;

/** What was written of the codes of a column: `1 = Laki-laki; 2 = Perempuan`, or one a line, with or without what they mean. What is unclear is kept as one code, for {@link unclearCodes} to name. */
export function listedCodes(text: string | null): Listed {
  const { answers } = read(text);
  const codes = [...new Set(answers.map(({ code }) => code))];
  const meant = answers.filter(({ meaning }) => meaning !== '').map(({ code, meaning }) => [code, meaning]);
  return { codes: codes.length > 0 ? codes : null, ...(meant.length > 0 && { meanings: Object.fromEntries(meant) }) };
}

/** What of it can be read in more than one way; whoever wrote it says which. */
export function unclearCodes(text: string | null): Text[] {
  const { answers, unclear } = read(text);
  const said = new Map<string, string>();
  const twice = answers.filter(({ code, meaning }) => (said.get(code) ?? meaning) !== meaning || !said.set(code, meaning));
  return [...unclear, ...new Set(twice.map(({ code }) => code))].map((one) => (typeof one === 'string' ? TWICE(one) : one));
}

/** And back, one a line. */
export const linesOf = ({ codes, meanings }: Listed): string => codes?.map((code) => lineOf({ code, meaning: meanings?.[code] ?? '' })).join('\n') ?? '';

function lineOf({ code, meaning }: Answer): string {
  const plain = meaning ? `${code} = ${meaning}` : code;
  const { answers: [first, ...more], unclear } = read(plain);
  const isSame = more.length === 0 && first?.meaning === meaning;
  // Earlier versions took several answers on a line for one: they are read as what they were.
  const wereSeveral = more.length > 0 && more.every((one) => one.meaning !== '');
  if (unclear.length === 0 && first?.code === code && (isSame || wereSeveral)) return plain;
  return meaning ? `${quoted(code)} = ${quoted(meaning)}` : quoted(code);
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function read(text: string | null): Read {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const anyMeans = lines.some((line) => MEANS.test(hold(line).line));
  const all = lines.map((line) => readLine(line, anyMeans));
  return { answers: all.flatMap(({ answers }) => answers), unclear: all.flatMap(({ unclear }) => unclear) };
}

function readLine(given: string, anyMeans: boolean): Read {
  const { line, cell } = hold(given);
  const parts = partsOf(line, anyMeans);
  if (parts === null) return { answers: [{ code: given, meaning: '' }], unclear: [WHERE_ONE_ENDS(given)] };
  const cells = parts.map((part) => part.trim()).filter(Boolean).map((part) => {
    const [code = '', meaning = ''] = part.split(MEANS);
    return { code: cell(code.trim()), meaning: cell(meaning.trim()), joined: meaning === '' && code.includes('=') };
  });
  return { answers: cells.map(({ code, meaning }) => ({ code, meaning })), unclear: cells.flatMap(({ code, joined }) => (joined ? [JOINED(code)] : [])) };
}

/** The answers on a line; null where it can be divided in more than one way. */
function partsOf(line: string, anyMeans: boolean): string[] | null {
  if (!MEANS.test(line)) return anyMeans && line.includes(',') ? null : line.split(/[;,]/);
  const one = (part: string): boolean => part.split(MEANS).length === 2;
  if (one(line) && !line.includes(';')) return [line];
  const parts = line.split(line.includes(';') ? ';' : ',').filter((part) => part.trim());
  return parts.every(one) ? parts : null;
}

/** The line with its quoted cells put aside, and how to have them back. */
function hold(given: string): { line: string; cell: (text: string) => string } {
  const held: string[] = [];
  const line = given.replaceAll(QUOTED, (_, text: string) => `\uE000${held.push(text.replaceAll('""', '"')) - 1}\uE001`);
  return { line, cell: (text) => text.replaceAll(HELD, (mark, index: string) => held[Number(index)] ?? mark) };
}

const WHERE_ONE_ENDS = (line: string): Text => ({
  id: `“${line}”: tidak jelas di mana satu kode berakhir. Tulis satu kode dengan artinya tiap baris; bila koma atau titik koma termasuk artinya, apit arti itu dengan tanda kutip, misalnya 3 = "Lainnya; sebutkan".`,
  en: `“${line}”: it is not clear where one code ends. Write one code with its meaning a line; where a comma or semicolon is a part of the meaning, put that in quotation marks, as in 3 = "Other; say which".`,
});
const JOINED = (code: string): Text => ({
  id: `“${code}”: beri spasi di kiri dan kanan tanda “=” bila yang di kanannya adalah arti, misalnya 1 = Laki-laki; bila seluruhnya adalah kode, apit dengan tanda kutip.`,
  en: `“${code}”: put a space on both sides of “=” where what follows is the meaning, as in 1 = Male; where all of it is the code, put it in quotation marks.`,
});
const TWICE = (code: string): Text => ({ id: `Kode “${code}” ditulis dua kali dengan arti yang berbeda. Hapus salah satunya.`, en: `The code “${code}” is written twice with different meanings. Remove one of them.` });
