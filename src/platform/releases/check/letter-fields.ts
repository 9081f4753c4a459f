import Handlebars from 'handlebars';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import type { Resource } from '../resource.js';
import type { Field } from './fields.js';

interface Part {
  readonly type?: string;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number; readonly column: number } };
  readonly [property: string]: unknown;
}

/** A place where a letter names something. */
interface Naming {
  readonly name: string;
  readonly line: number;
  /** The expression as written, where it writes one value and nothing hangs on it: that can be taken out. */
  readonly whole: string | null;
}

/** A letter that still writes a field which no form has any more would go out with a gap. */
export function lettersNameFields({ content, path }: Resource, removed: ReadonlyMap<string, Field>, otherwise: ReadonlySet<string>): Finding[] {
  if (removed.size === 0) return [];
  const lines = content.split('\n');
  const named = namings(Handlebars.parse(content) as unknown as Part, lines, null).filter(({ name }) => removed.has(name) && !otherwise.has(name));
  return named.map((naming) => ({ ...lost(naming, removed.get(naming.name) as Field), path }));
}

function lost({ name, line, whole }: Naming, { label, title }: Field): Finding {
  const cut = whole === null ? null : repair('cut', String(line), whole, `Hapus ${whole} dari surat`, `Take ${whole} out of the letter`);
  return finding('letter-field-removed', String(line),
    `Baris ${line}: surat menulis isian “${label}” (${name}), yang sudah dihapus dari formulir “${title.id}”. Hapus dari surat, atau kembalikan isian itu.`,
    `Line ${line}: the letter writes the field “${label}” (${name}), which was removed from the form “${title.en}”. Take it out of the letter, or bring the field back.`, 'error', cut);
}

function namings(part: Part, lines: readonly string[], whole: string | null): Naming[] {
  if (part.type === 'PathExpression') {
    const [name] = part['parts'] as readonly string[];
    return name === undefined || part['data'] === true ? [] : [{ name, line: part.loc?.start.line ?? 1, whole }];
  }
  const own = part.type === 'MustacheStatement' ? written(part, lines) : null;
  return Object.entries(part)
    .filter(([property]) => property !== 'loc')
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is Part => typeof value === 'object' && value !== null)
    .flatMap((child) => namings(child, lines, part.type === 'MustacheStatement' ? own : child.type === 'Program' ? null : whole));
}

function written({ loc }: Part, lines: readonly string[]): string | null {
  return loc && loc.start.line === loc.end.line ? (lines[loc.start.line - 1] ?? '').slice(loc.start.column, loc.end.column) : null;
}
