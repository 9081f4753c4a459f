import Handlebars from 'handlebars';

/** A place in a text where something is named that is not there. */
export interface UnknownName {
  /** As written. */
  readonly name: string;
  readonly line: number;
  /** Where the name begins in its line, from 0. */
  readonly column: number;
  /** The expression as written, where it writes this one value and nothing hangs on it: that can be taken out. */
  readonly whole: string | null;
  /** The list in whose entries it stands; null outside of lists. */
  readonly list: string | null;
  /** How what is meant would be written here, where that can be told. */
  readonly meant: string | null;
}

interface Position {
  readonly line: number;
  readonly column: number;
}
interface Part {
  readonly type?: string;
  readonly loc?: { readonly start: Position; readonly end: Position };
  readonly [property: string]: unknown;
}
/** What a name is looked up in; `UNSEEN` where nobody knows. */
interface Place {
  readonly value: unknown;
  readonly list: string | null;
}

const UNSEEN = Symbol('not known');
const MOST_APART = 2;

/** Every name in a text that leads to nothing in `example`. Only for texts that can be read. */
export function unknownNames(content: string, example: Readonly<Record<string, unknown>>): UnknownName[] {
  const search = new Search(content.split('\n'), example);
  search.visit(Handlebars.parse(content) as unknown as Part, [{ value: example, list: null }], null);
  return search.found;
}

class Search {
  readonly found: UnknownName[] = [];

  constructor(
    private readonly lines: readonly string[],
    private readonly example: Readonly<Record<string, unknown>>,
  ) {}

  /** @param places - where names are looked up, the innermost last. */
  visit(part: Part, places: readonly Place[], whole: string | null): void {
    if (part.type === 'PathExpression') return this.look(part, places, whole);
    if (part.type === 'BlockStatement' && ENTERS.has(nameOf(part['path']))) return this.enter(part, places);
    // What a part of the layout is called with, it may name.
    const own = part.type === 'MustacheStatement' ? this.written(part) : null;
    const callee = nameOf(part['path']);
    for (const [property, value] of Object.entries(part)) {
      if (property === 'loc' || property === 'name' || (property === 'path' && isCall(part, callee))) continue;
      for (const child of [value].flat()) if (typeof child === 'object' && child !== null) this.visit(child as Part, places, own ?? (part.type === 'MustacheStatement' ? null : whole));
    }
  }

  /** `each` and `with` change what a name means; after `else` it is as before. */
  private enter(part: Part, places: readonly Place[]): void {
    const [subject] = part['params'] as readonly Part[];
    if (subject) this.visit(subject, places, null);
    const value = subject?.type === 'PathExpression' ? this.valueOf(subject, places) : UNSEEN;
    const each = nameOf(part['path']) === 'each';
    const named = (part['program'] as { blockParams?: unknown[] } | undefined)?.blockParams?.length;
    const inner: Place = { value: each ? entryOf(value) : value, list: each && subject ? String(subject['original']) : (places.at(-1)?.list ?? null) };
    if (part['program']) this.visit(part['program'] as Part, [...places, named ? { ...inner, value: UNSEEN } : inner], null);
    if (part['inverse']) this.visit(part['inverse'] as Part, places, null);
  }

  private look(path: Part, places: readonly Place[], whole: string | null): void {
    if (this.valueOf(path, places) !== undefined) return;
    const name = String(path['original']);
    const { line, column } = path.loc?.start ?? { line: 1, column: 0 };
    const list = places.at(-1)?.list ?? null;
    this.found.push({ name, line, column, whole, list, meant: this.meant(path, places) });
  }

  /** Undefined where it leads to nothing. */
  private valueOf(path: Part, places: readonly Place[]): unknown {
    const parts = path['parts'] as readonly string[];
    if (path['data'] === true) return parts[0] === 'root' ? reach(this.example, parts.slice(1)) : UNSEEN;
    const place = places.at(-1 - Number(path['depth'] ?? 0));
    return place === undefined ? undefined : reach(place.value, parts);
  }

  private meant(path: Part, places: readonly Place[]): string | null {
    const parts = path['parts'] as readonly string[];
    const depth = places.length - 1;
    // The most frequent mistake: in a list, what stands outside of it must be asked for there.
    if (Number(path['depth'] ?? 0) === 0 && depth > 0 && reach(this.example, parts) !== undefined) return `${'../'.repeat(depth)}${parts.join('.')}`;
    const here = places.at(-1 - Number(path['depth'] ?? 0))?.value;
    const written = parts.join('.').toLowerCase();
    const near = pathsOf(here).map((known) => ({ known, apart: distance(known.toLowerCase(), written) })).filter(({ apart }) => apart <= MOST_APART);
    return near.toSorted((a, b) => a.apart - b.apart)[0]?.known ?? null;
  }

  private written({ loc }: Part): string | null {
    return loc && loc.start.line === loc.end.line ? (this.lines[loc.start.line - 1] ?? '').slice(loc.start.column, loc.end.column) : null;
  }
}

const ENTERS = new Set(['each', 'with']);
const nameOf = (path: unknown): string => String((path as Part | undefined)?.['original'] ?? '');
/** A name with something after it is a command; so are `if` and the like, even alone. */
const isCall = (part: Part, callee: string): boolean => part.type === 'BlockStatement' || part.type === 'SubExpression' || ((part['params'] as unknown[] | undefined)?.length ?? 0) > 0 || callee === '';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const entryOf = (list: unknown): unknown => (list === UNSEEN || list === undefined ? UNSEEN : Array.isArray(list) ? ((list as unknown[])[0] ?? UNSEEN) : UNSEEN);

function reach(from: unknown, parts: readonly string[]): unknown {
  let value = from;
  for (const part of parts) {
    if (value === UNSEEN) return UNSEEN;
    if (Array.isArray(value) && part === 'length') return value.length;
    if (!isObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  // What is there may be empty.
  return value ?? UNSEEN;
}

function pathsOf(value: unknown, path = ''): string[] {
  if (!isObject(value) || Array.isArray(value)) return path ? [path] : [];
  return [...(path ? [path] : []), ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name))];
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_APART) return MOST_APART + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? MOST_APART + 1;
}
