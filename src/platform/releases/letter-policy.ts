import Handlebars from 'handlebars';
import { finding, type Finding } from './finding.js';

const LARGEST = 200_000;
const UNSAFE = /(^|[./[\]])(__proto__|constructor|prototype|__defineGetter__|__lookupGetter__)($|[./[\]])/;

interface Part {
  readonly type?: string;
  readonly [property: string]: unknown;
}

/** A letter is Handlebars that compiles, writes nothing unescaped, and reaches neither partials nor prototypes. */
export function judgeLetter(content: string): Finding[] {
  if (content.length > LARGEST) return [finding('letter-size', '', 'Surat terlalu besar.', 'The letter is too large.')];
  try {
    Handlebars.precompile(content);
    return inspect(Handlebars.parse(content) as unknown as Part);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [finding('letter-unreadable', '', `Surat tidak dapat dibaca: ${reason}`, `The letter cannot be read: ${reason}`)];
  }
}

function inspect(part: Part): Finding[] {
  const own: Finding[] = [];
  const line = String((part['loc'] as { start?: { line?: number } } | undefined)?.start?.line ?? '');
  if (part.type === 'MustacheStatement' && part['escaped'] === false) own.push(finding('letter-raw', line, `Baris ${line}: tulisan tanpa pengaman ({{{ }}} atau {{& }}) tidak diperbolehkan.`, `Line ${line}: unescaped output ({{{ }}} or {{& }}) is not permitted.`));
  if (/Partial|Decorator/.test(part.type ?? '')) own.push(finding('letter-partial', line, `Baris ${line}: potongan dari berkas lain tidak diperbolehkan.`, `Line ${line}: partials and decorators are not permitted.`));
  if (part.type === 'PathExpression' && UNSAFE.test(String(part['original']))) own.push(finding('letter-path', line, `Baris ${line}: “${String(part['original'])}” tidak diperbolehkan.`, `Line ${line}: “${String(part['original'])}” is not permitted.`));
  const inner = Object.entries(part)
    .filter(([name]) => name !== 'loc')
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is Part => typeof value === 'object' && value !== null);
  return [...own, ...inner.flatMap(inspect)];
}

