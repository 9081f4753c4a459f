import { UNKNOWN } from '../diagram/decide.js';
import type { Book } from './book.js';
import type { KeptValues, Value } from './kept-values.js';
import type { Container, Mapping, Net, NetNode } from './net.js';
import type { Passage } from './past.js';

/** Something that can be cut off, with all that hangs on it. */
export class Life {
  private over = false;

  constructor(private readonly holder: Life | null) {}

  get gone(): boolean {
    return this.over || (this.holder?.gone ?? false);
  }

  end(): void {
    this.over = true;
  }
}

/** Where the case stands; several stand in a container where it has parted. */
export interface Token {
  node: NetNode;
  /** It does not go on by itself: what happened there was cut off, or nothing ever came. */
  stuck: { readonly since: string; readonly cut: boolean } | null;
}

/** One process instance on paper. */
export interface Instance {
  readonly net: Net;
  /** The same diagram as it was then; undefined where it was not there. */
  readonly before: Net | undefined;
  readonly book: Book;
  readonly kept: KeptValues;
  readonly changedBetween: ReadonlySet<string>;
}

interface ScopeParts {
  readonly instance: Instance;
  readonly inside: Container;
  /** Where its names are looked for next; null for a process, which shares none with its caller. */
  readonly holder: Scope | null;
  /** Whose activity it is, and which; null for the case itself. */
  readonly owner: { readonly scope: Scope; readonly node: NetNode; readonly token: Token; readonly life: Life } | null;
  readonly life: Life | null;
  readonly values: Map<string, Value>;
  /** How long it lasted then. */
  readonly window: Pick<Passage, 'startedAt' | 'endedAt'> | undefined;
  readonly onEnd: (scope: Scope) => void;
}

/** A container while the case is in it. */
export class Scope {
  readonly tokens = new Set<Token>();
  /** What came to a joining branching, by the flow it came on. */
  readonly waiting = new Map<string, { readonly token: Token; readonly flow: string }[]>();
  readonly life: Life;
  /** Ends before the scope does where an event takes over. */
  steps: Life;

  constructor(private readonly parts: ScopeParts) {
    this.life = new Life(parts.life);
    this.steps = new Life(this.life);
  }

  get instance(): Instance {
    return this.parts.instance;
  }

  get inside(): Container {
    return this.parts.inside;
  }

  get owner(): ScopeParts['owner'] {
    return this.parts.owner;
  }

  get window(): ScopeParts['window'] {
    return this.parts.window;
  }

  /** The last of its tokens has gone. */
  finish(): void {
    this.life.end();
    this.parts.onEnd(this);
  }

  read(name: string): Value {
    if (this.instance.changedBetween.has(name)) return UNKNOWN;
    if (this.parts.values.has(name)) return this.parts.values.get(name) as Value;
    return this.parts.holder ? this.parts.holder.read(name) : null;
  }

  /** As the engine does: where the name lives, else in the whole instance. */
  write(name: string, value: Value): void {
    if (this.parts.values.has(name) || !this.parts.holder) this.parts.values.set(name, value);
    else this.parts.holder.write(name, value);
  }

  /** Everything in it ends; what takes over begins afresh. */
  cut(): void {
    this.steps.end();
    this.steps = new Life(this.life);
    this.tokens.clear();
    this.waiting.clear();
  }
}

/** The value of a mapping, read from `scope`; without a source and a text it is empty. */
export const mapped = ({ source, literal }: Mapping, read: (name: string) => Value): Value => (source === null ? literal : read(source));
