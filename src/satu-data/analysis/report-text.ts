import type { Text } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import { isIncomplete } from './figure.js';
import type { Figures } from './figures.js';
import { noValueWords, unitOf } from './figure-words.js';
import { readQuery, type Query } from './query.js';
import { isCompared, sinceWords } from './since-words.js';
import { settled } from './query-problem.js';

/** A piece of a line: words, or a figure that leads to where it comes from. */
export interface Piece {
  readonly teks: string;
  readonly rujukan: string;
  readonly tebal: boolean;
  /** Of a figure: under which number the report lists it; null where it does not. */
  readonly nomor: number | null;
}

/** A block of the report: a heading, a paragraph or a list. One of the three is there. */
export interface Block {
  readonly judul: string | null;
  readonly paragraf: readonly Piece[] | null;
  readonly butir: readonly { readonly potongan: readonly Piece[] }[] | null;
}

/** What staff write: lines `## Judul`, lines `- butir`, paragraphs parted by empty lines, `**tebal**`, and figures as `{{jumlah.pertumbuhan;kode_wilayah=15.06}}`. */
const FIGURE = /\{\{([^{}]*)\}\}/g;
const PIECE = /\{\{([^{}]*)\}\}|\*\*([^*]+)\*\*/g;

/** What is wrong with the figures that a text names; and braces that are left open. */
export function textProblems(text: string, figures: Figures): Text[] {
  const named = [...text.matchAll(FIGURE)].map(([, inner = '']) => inner.trim());
  const rest = text.replaceAll(FIGURE, '');
  const open = /\{\{|\}\}/.test(rest) ? [{ id: 'Ada kurung kurawal {{ … }} yang tidak lengkap.', en: 'There are braces {{ … }} that are incomplete.' }] : [];
  return [...open, ...[...new Set(named)].flatMap((inner): Text[] => {
    const query = queryOf(inner, figures);
    return 'id' in query ? [{ id: `{{${inner}}}: ${query.id}`, en: `{{${inner}}}: ${query.en}` }] : [];
  })];
}

/** How the figures of a text are told apart and led to. */
interface Leads {
  addressOf(query: Query): string;
  numberOf(query: Query): number | null;
}
const NO_LEADS: Leads = { addressOf: () => '', numberOf: () => null };

/** The text with its figures as they are now. What cannot be answered any more is written as it was typed. */
export function textBlocks(text: string, figures: Figures, leads: Leads = NO_LEADS): Block[] {
  const pieces = (line: string): Piece[] => {
    const found: Piece[] = [];
    let end = 0;
    for (const match of line.matchAll(PIECE)) {
      found.push(words(line.slice(end, match.index)), match[2] === undefined ? figurePiece(match[1] ?? '', figures, leads) : { ...words(match[2]), tebal: true });
      end = match.index + match[0].length;
    }
    return [...found, words(line.slice(end))].filter(({ teks }) => teks !== '');
  };
  return text.replaceAll('\r', '').split(/\n\s*\n|\n(?=#)|(?<=^#.*)\n/m).flatMap((part) => blocksOf(part.trim(), pieces));
}

/** The same for a field of a form, which has no headings and no links: the figures, without the marks. */
export const plainText = (text: string, figures: Figures): string =>
  textBlocks(text, figures).map(({ judul, paragraf, butir }) => judul ?? (butir ? butir.map(({ potongan }) => `- ${said(potongan)}`).join('\n') : said(paragraf ?? []))).join('\n\n');

const said = (pieces: readonly Piece[]): string => pieces.map(({ teks, nomor }) => (nomor === null ? teks : `${teks} [${nomor}]`)).join('');

function blocksOf(part: string, pieces: (line: string) => Piece[]): Block[] {
  if (!part) return [];
  const heading = /^#+\s*(.*)$/.exec(part);
  if (heading) return [{ judul: said(pieces(heading[1] ?? '')), paragraf: null, butir: null }];
  const lines = part.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => /^[-*•]\s/.test(line));
  if (first < 0) return [{ judul: null, paragraf: pieces(lines.join(' ')), butir: null }];
  const before = first === 0 ? [] : blocksOf(lines.slice(0, first).join('\n'), pieces);
  const points = lines.slice(first).reduce<string[]>((all, line) => (/^[-*•]\s/.test(line) ? [...all, line.slice(2)] : [...all.slice(0, -1), `${all.at(-1) ?? ''} ${line}`]), []);
  return [...before, { judul: null, paragraf: null, butir: points.map((line) => ({ potongan: pieces(line) })) }];
}

const words = (teks: string): Piece => ({ teks, rujukan: '', tebal: false, nomor: null });

function figurePiece(inner: string, figures: Figures, { addressOf, numberOf }: Leads): Piece {
  const query = queryOf(inner, figures);
  if ('id' in query) return words(`{{${inner}}}`);
  const figure = figures.of(query);
  const unit = unitOf(figures, query);
  const since = isCompared(query.operation) ? sinceWords(figures, query.where) : null;
  const value = figure.value === null ? noValueWords(figure).id : `${formatDecimal(figure.value, 'id')}${isIncomplete(figure) ? '*' : ''}${unit ? ` ${unit}` : ''}${since ? ` (${since.id})` : ''}`;
  return { teks: value, rujukan: addressOf(query), tebal: false, nomor: numberOf(query) };
}

function queryOf(inner: string, figures: Figures): Query | Text {
  const asked = readQuery(inner);
  return asked ? settled(figures, asked) : { id: 'Tulis nama kolom, lalu kuncinya: {{jumlah.nilai;kode_wilayah=15.06;tahun=2024}}.', en: 'Write the column, then its keys: {{jumlah.nilai;kode_wilayah=15.06;tahun=2024}}.' };
}
