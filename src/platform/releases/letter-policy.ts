import Handlebars from 'handlebars';
import { isMail, LETTER_HELPERS } from '../notifications/index.js';
import { finding, type Finding } from './finding.js';

const LARGEST = 60_000;
/** Handlebars takes more than twice as long for each further bracket: 4,000 of them held the server for half a minute. */
const MOST_BRACKETS = 10;
/** Each `{{` costs a millisecond or so to compile. */
const MOST_EXPRESSIONS = 2_000;
const EXCERPT = 80;
const SUBJECT = 'Subjek:';
const KNOWN = Object.fromEntries(LETTER_HELPERS.map((name) => [name, true]));
const UNSAFE = /(^|[./[\]])(__proto__|constructor|prototype|__defineGetter__|__lookupGetter__)($|[./[\]])/;

interface Part {
  readonly type?: string;
  readonly [property: string]: unknown;
}

/** The parts that the layout offers to letters, and the one place where the layout takes the letter in. */
const PARTS = new Set(['kepala-surat', 'tanda-tangan']);
const BODY = 'isi';

/** A letter is Handlebars that compiles, writes nothing unescaped, and reaches neither foreign parts nor prototypes. */
export function judgeLetter(key: string, content: string): Finding[] {
  if (content.length > LARGEST || content.split('{{').length > MOST_EXPRESSIONS) return [finding('letter-size', '', 'Surat terlalu besar.', 'The letter is too large.')];
  if (bracketsIn(content) > MOST_BRACKETS) return [finding('letter-nesting', '', `Surat memuat lebih dari ${MOST_BRACKETS} tanda kurung bersarang.`, `The letter nests more than ${MOST_BRACKETS} brackets.`)];
  try {
    const found = inspect(Handlebars.parse(content) as unknown as Part, key === 'layout');
    if (found.length === 0) Handlebars.precompile(content, { knownHelpers: KNOWN, knownHelpersOnly: true });
    if (isMail(key) && !content.startsWith(SUBJECT)) found.push(finding('letter-subject', '1', `Baris 1: surel harus dimulai dengan “${SUBJECT} …”, perihal surel itu.`, `Line 1: a mail must begin with “${SUBJECT} …”, its subject.`));
    return found;
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : String(error), content)];
  }
}

/** How deep brackets stand in each other, in the prose too: where an expression ends is for the parser to say. */
function bracketsIn(content: string): number {
  let [open, deepest] = [0, 0];
  for (const character of content) {
    if (character === '(') deepest = Math.max(deepest, ++open);
    else if (character === ')') open = Math.max(0, open - 1);
  }
  return deepest;
}

/** In the person's words, with the line: Handlebars speaks to programmers. */
function unreadable(reason: string, content: string): Finding {
  const line = /line (\d+)/.exec(reason)?.[1] ?? / - (\d+):\d+/.exec(reason)?.[1] ?? '1';
  const text = (content.split('\n')[Number(line) - 1] ?? '').trim().slice(0, EXCERPT);
  const helper = /unknown helper (\S+)/.exec(reason)?.[1];
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(reason) ?? [];
  if (helper) return finding('letter-helper', line, `Baris ${line}: “${helper}” bukan perintah surat. Yang ada: ${LETTER_HELPERS.join(', ')}.`, `Line ${line}: “${helper}” is not something a letter can call. There are: ${LETTER_HELPERS.join(', ')}.`);
  if (open) return finding('letter-unreadable', line, `Baris ${line}: {{#${open}}} ditutup dengan {{/${close}}}. Tutup dengan {{/${open}}}.`, `Line ${line}: {{#${open}}} is closed by {{/${close}}}. Close it with {{/${open}}}.`);
  return finding('letter-unreadable', line, `Baris ${line}: kurung kurawal {{…}} tidak lengkap, atau bagian {{#…}} belum ditutup dengan {{/…}}: “${text}”`, `Line ${line}: braces {{…}} are incomplete, or a part {{#…}} is not closed with {{/…}}: “${text}”`);
}

function inspect(part: Part, isLayout: boolean): Finding[] {
  const own: Finding[] = [];
  const line = String((part['loc'] as { start?: { line?: number } } | undefined)?.start?.line ?? '');
  if (part.type === 'MustacheStatement' && part['escaped'] === false) own.push(finding('letter-raw', line, `Baris ${line}: tulisan tanpa pengaman ({{{ }}} atau {{& }}) tidak diperbolehkan.`, `Line ${line}: unescaped output ({{{ }}} or {{& }}) is not permitted.`));
  if (/Partial|Decorator/.test(part.type ?? '') && !isKnownPart(part, isLayout)) own.push(finding('letter-partial', line, `Baris ${line}: bagian ini tidak dikenal.`, `Line ${line}: this part is not one that the layout offers.`));
  if (part.type === 'PathExpression' && UNSAFE.test(String(part['original']))) own.push(finding('letter-path', line, `Baris ${line}: “${String(part['original'])}” tidak diperbolehkan.`, `Line ${line}: “${String(part['original'])}” is not permitted.`));
  const inner = Object.entries(part)
    .filter(([name]) => name !== 'loc')
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is Part => typeof value === 'object' && value !== null);
  return [...own, ...inner.flatMap((child) => inspect(child, isLayout))];
}

function isKnownPart(part: Part, isLayout: boolean): boolean {
  if (part.type === 'PartialStatement') {
    const name = (part['name'] as { original?: unknown } | undefined)?.original;
    return typeof name === 'string' && (PARTS.has(name) || (isLayout && name === BODY));
  }
  const defined = (part['params'] as { value?: unknown }[] | undefined)?.[0]?.value;
  return isLayout && part.type === 'DecoratorBlock' && typeof defined === 'string' && PARTS.has(defined);
}
