import { ahead, merged } from './ahead.js';
import type { Edit, Row } from './cells.js';
import { newId } from './new-id.js';

/** `again`: nobody said no; the server was not reached, or fell. `signed-out`: whose it is has to sign in again first. */
export type Failure = 'again' | 'signed-out' | 'refused';

/** Which version of a row its writer has seen, and which later ones his own edits made: what those wrote is no clash with it. */
export interface Base {
  readonly version: number;
  readonly own: readonly number[];
}

/** How edits reach the server, and where the list is that they are shown in. */
export interface Way {
  /** Whether those that wait may go out now: not in another person's name. */
  mayGo(): boolean;
  send(edit: Edit, bases: ReadonlyMap<string, Base>, ids: readonly string[]): Promise<Row[]>;
  kindOf(problem: unknown): Failure;
  rows(): readonly Row[];
  put(rows: Row[]): void;
  reload(): Promise<unknown>;
}

/** What the server did not take, which is no longer in the list therefore, and why. */
export interface Refusal {
  readonly edit: Edit;
  readonly error: unknown;
}

/** What a page tells of the queue. */
export interface Standing {
  readonly waiting: number;
  /** Why the first that waits does not come through. */
  readonly error: unknown;
  readonly refusal: Refusal | null;
}

/** One edit on its way; `ids` are those of the rows it adds, so that sending it twice adds them once. */
interface Sent {
  readonly edit: Edit;
  readonly ids: readonly string[];
  readonly done: (answered: Row[] | null) => void;
  /** Made by somebody who could read why another one was refused. */
  readonly afterRefusal: boolean;
  /** Which version of each row was seen by whoever wrote. What is read anew meanwhile, nobody has seen who wrote before. */
  readonly seen: ReadonlyMap<string, number>;
}

/** So long after a try that did not come through there is another one. */
const AGAIN_MS = 4_000;
const AT_REST: Standing = { waiting: 0, error: null, refusal: null };

/** What the server has not got yet of one person's list: shown at once, sent one after the other, and kept until the server has it or has refused it, whatever page is open. */
export class EditQueue {
  private open: Sent[] = [];
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private standing = AT_REST;
  private readonly listeners = new Set<() => void>();
  /** The versions of each row that our own edits made. */
  private readonly taken = new Map<string, number[]>();

  constructor(private readonly way: Way) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): Standing => this.standing;

  /** Rows as the server has them, with what it has not got yet. */
  overlaid(rows: readonly Row[]): Row[] {
    return this.open.reduce((shown, { edit }) => ahead(shown, edit), [...rows]);
  }

  /** Answers the rows as they are then; null where it was refused. */
  save(edit: Edit): Promise<Row[] | null> {
    const seen = this.seenBy(edit);
    return new Promise((done) => {
      this.open.push({ edit, ids: (edit.added ?? []).map(newId), done, afterRefusal: this.standing.refusal !== null, seen });
      this.tell({});
      this.way.put(ahead(this.way.rows(), edit));
      void this.send();
    });
  }

  async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running || !this.way.mayGo()) return;
    this.running = true;
    for (let next = this.open[0]; next && (await this.tried(next)); next = this.open[0]);
    this.running = false;
  }

  /** Whether the next one may follow. */
  private async tried({ edit, ids, done, afterRefusal, seen }: Sent): Promise<boolean> {
    try {
      const bases = new Map([...seen].map(([id, version]): [string, Base] => [id, { version, own: (this.taken.get(id) ?? []).filter((one) => one > version) }]));
      const answered = await this.way.send(edit, bases, ids);
      for (const { id, version } of answered) this.taken.set(id, [...(this.taken.get(id) ?? []), version]);
      this.open.shift();
      this.way.put(this.overlaid(merged(this.way.rows(), answered)));
      // One that was on its way already does not say that the refusal of another has been read.
      this.tell({ error: null, ...(afterRefusal && { refusal: null }) });
      done(answered);
      return true;
    } catch (error) {
      const kind = this.way.kindOf(error);
      if (kind === 'refused') {
        this.open.shift();
        this.tell({ error: null, refusal: { edit, error } });
        done(null);
        await this.way.reload();
        return true;
      }
      this.tell({ error });
      if (kind === 'again') this.timer = setTimeout(() => void this.send(), AGAIN_MS);
      return false;
    }
  }

  /** As the edit says, or as the list shows the row; of one that is not in the list, as the server answered last. */
  private seenBy({ changes }: Edit): ReadonlyMap<string, number> {
    const touched = new Set(changes.map(({ id }) => id));
    const shown = new Map(this.way.rows().flatMap(({ id, version }) => (touched.has(id) ? [[id, version] as const] : [])));
    return new Map(changes.map(({ id, version }) => [id, version ?? shown.get(id) ?? this.taken.get(id)?.at(-1) ?? 1]));
  }

  private tell(change: Partial<Standing>): void {
    this.standing = { ...this.standing, ...change, waiting: this.open.length };
    for (const listener of this.listeners) listener();
  }
}
