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
  /** Inside a list or another object, whose own names nobody knows: it may be no field at all. */
  readonly inside: boolean;
}

/** Where a letter's names stand: on their own, or as one value that is written. */
type Place = Pick<Naming, 'whole' | 'inside'>;

/**
 * A letter that still writes a field which no form has any more would go out with a gap. Handlers put letters' data together, so
 * that only a field and a name that both stand on their own are surely the same; of others a person is told, and may publish.
 */
export function lettersNameFields({ content, path }: Resource, removed: ReadonlyMap<string, Field>, otherwise: ReadonlySet<string>): Finding[] {
  if (removed.size === 0) return [];
  const lines = content.split('\n');
  const named = namings(Handlebars.parse(content) as unknown as Part, lines, { whole: null, inside: false }).filter(({ name }) => removed.has(name) && !otherwise.has(name));
  return named.map((naming) => ({ ...lost(naming, removed.get(naming.name) as Field), path }));
}

function lost({ name, line, whole, inside }: Naming, { label, title, inRows }: Field): Finding {
  const cut = whole === null ? null : repair('cut', String(line), whole, `Hapus ${whole} dari surat`, `Take ${whole} out of the letter`);
  return finding('letter-field-removed', String(line),
    `Baris ${line}: surat menulis isian “${label}” (${name}), yang sudah dihapus dari formulir “${title.id}”. Hapus dari surat, atau kembalikan isian itu.`,
    `Line ${line}: the letter writes the field “${label}” (${name}), which was removed from the form “${title.en}”. Take it out of the letter, or bring the field back.`, inside || inRows ? 'warning' : 'error', cut);
}

function namings(part: Part, lines: readonly string[], place: Place): Naming[] {
  if (part.type === 'PathExpression') {
    const [name, ...deeper] = part['parts'] as readonly string[];
    // What is asked for a part of its own is no field: what a handler put together.
    return name === undefined || deeper.length > 0 || part['data'] === true ? [] : [{ name, line: part.loc?.start.line ?? 1, ...place }];
  }
  return Object.entries(part)
    .filter(([property]) => property !== 'loc')
    .flatMap(([property, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]).map((child) => [property, child] as const))
    .flatMap(([property, child]) => (typeof child === 'object' && child !== null ? namings(child as Part, lines, within(part, property, place, lines)) : []));
}

const ENTERS = new Set(['each', 'with']);

function within(part: Part, property: string, place: Place, lines: readonly string[]): Place {
  if (part.type === 'MustacheStatement') return { ...place, whole: written(part, lines) };
  const enters = part.type === 'BlockStatement' && property === 'program' && ENTERS.has(String((part['path'] as Part | undefined)?.['original']));
  return part.type === 'BlockStatement' ? { whole: null, inside: place.inside || enters } : place;
}

function written({ loc }: Part, lines: readonly string[]): string | null {
  return loc && loc.start.line === loc.end.line ? (lines[loc.start.line - 1] ?? '').slice(loc.start.column, loc.end.column) : null;
}
