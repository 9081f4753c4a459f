import { revived } from './revived.js';

const PLACE = 'tertib.diagram-copy';

/**
 * What was copied in one diagram is pasted in another, in another tab as well: it lies in this browser. The system's own
 * clipboard is only there over HTTPS, asks for a permission first, and says nothing where it is refused.
 */
export class SharedClipboard {
  static readonly $inject = ['moddle'];
  private own: unknown;

  constructor(private readonly parts: Parameters<typeof revived>[0]) {}

  get(): unknown {
    const text = this.read();
    return text ? JSON.parse(text, revived(this.parts)) : this.own;
  }

  set(copied: unknown): void {
    this.own = copied;
    try {
      localStorage.setItem(PLACE, JSON.stringify(copied));
    } catch {
      // A full or forbidden store: it can still be pasted here.
    }
  }

  clear(): unknown {
    const had = this.get();
    this.own = undefined;
    localStorage.removeItem(PLACE);
    return had;
  }

  isEmpty(): boolean {
    return this.get() === undefined;
  }

  private read(): string | null {
    try {
      return localStorage.getItem(PLACE);
    } catch {
      return null;
    }
  }
}

export const clipboardModule: object = { clipboard: ['type', SharedClipboard], nativeCopyPaste: ['value', null] };
