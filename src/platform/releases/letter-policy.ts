import Handlebars from 'handlebars';
import { finding, type Finding } from './finding.js';

const LARGEST = 60_000;
/** Handlebars takes more than twice as long for each further bracket: 4,000 of them held the server for half a minute. */
const MOST_BRACKETS = 10;
/** Each `{{` costs a millisecond or so to compile. */
const MOST_EXPRESSIONS = 2_000;
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
    Handlebars.precompile(content);
    return inspect(Handlebars.parse(content) as unknown as Part, key === 'layout');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [finding('letter-unreadable', '', `Surat tidak dapat dibaca: ${reason}`, `The letter cannot be read: ${reason}`)];
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
