import { setImmediate } from 'node:timers/promises';
import type { Code, CodeList } from '../../../sdk/index.js';

/** What limits a search or a check: a level, all that lies within one code, and the day. */
export interface CodeLimits {
  readonly level: string | undefined;
  readonly within: string | undefined;
  readonly day: string;
}

/** Entries read before others get their turn: some milliseconds. */
const SLICE = 2_000;

/** A list of codes in memory, in the order of the list, with all its names in one text: 90,000 entries are looked through in a few milliseconds. */
export class CodeIndex {
  private readonly codes: Code[] = [];
  private readonly byCode = new Map<string, Code>();
  /** Where each entry begins in the text. */
  private readonly starts: number[] = [];
  private text = '';

  private constructor(private readonly list: CodeList) {}

  /** Read in slices, so that nobody else waits for a long list. @throws for an entry whose code is there already, or whose parent is not. */
  static async of(list: CodeList): Promise<CodeIndex> {
    const index = new CodeIndex(list);
    const texts: string[] = [];
    let length = 0;
    for (const code of await list.codes()) {
      const text = index.add(code);
      index.starts.push(length);
      texts.push(text);
      length += text.length;
      if (texts.length % SLICE === 0) await setImmediate();
    }
    index.text = texts.join('');
    return index;
  }

  get(code: string): Code | undefined {
    return this.byCode.get(code);
  }

  /** What the code lies in, from the inside out. */
  around({ parent }: Code): Code[] {
    const around: Code[] = [];
    for (let code = parent === null ? undefined : this.byCode.get(parent); code; code = code.parent === null ? undefined : this.byCode.get(code.parent)) around.push(code);
    return around;
  }

  fits(code: Code, { level, within, day }: CodeLimits): boolean {
    if (level !== undefined && code.level !== level) return false;
    if ((code.validFrom !== undefined && day < code.validFrom) || (code.validTo !== undefined && day > code.validTo)) return false;
    return within === undefined || this.around(code).some((outer) => outer.code === within);
  }

  /** What is called just so comes first; then those whose code or name begins with what was typed so; then those whose name has all its words. */
  search(typed: string, limits: CodeLimits, most: number): Code[] {
    const text = typed.trim().toLowerCase();
    const words = text.split(/\s+/);
    const [exact, first, then]: [Code[], Code[], Code[]] = [[], [], []];
    for (const at of this.entriesWith(words.reduce((a, b) => (b.length > a.length ? b : a)))) {
      const code = this.codes[at] as Code;
      const own = this.text.slice(this.starts[at], this.starts[at + 1]);
      const names = own.slice(own.indexOf('\n'));
      const same = names.includes(`\n${text}\n`);
      const begins = own.startsWith(text) || names.includes(`\n${text}`);
      const found = same ? exact : begins ? first : then;
      if (found.length >= most || (!begins && !words.every((word) => names.includes(word)))) continue;
      if (this.fits(code, limits)) found.push(code);
      if (text === '' && found.length >= most) break;
    }
    return [...exact, ...first, ...then].slice(0, most);
  }

  /** Places of the entries that have the word somewhere. */
  private *entriesWith(word: string): Generator<number> {
    let entry = 0;
    for (let at = this.text.indexOf(word); at >= 0 && entry < this.codes.length; at = this.text.indexOf(word, this.starts[entry])) {
      entry = this.entryAt(at, entry);
      yield entry;
      entry += 1;
      if (entry >= this.codes.length) return;
    }
  }

  /** The last entry that begins at the place or before it. */
  private entryAt(at: number, from: number): number {
    let [low, high] = [from, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  private add(code: Code): string {
    const { scheme } = this.list;
    if (this.byCode.has(code.code)) throw new Error(`The code list "${scheme}" has the code "${code.code}" twice`);
    if (code.parent !== null && !this.byCode.has(code.parent)) throw new Error(`The code list "${scheme}" has "${code.code}" within "${code.parent}", which does not stand before it`);
    this.byCode.set(code.code, code);
    this.codes.push(code);
    return `${code.code}\n${code.title.id}\n${code.title.en}\n`.toLowerCase();
  }
}
