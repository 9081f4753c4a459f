export interface Unsaved {
  content: string;
  /** What the work began from: saving it over anything else is refused. */
  etag: string;
  at: number;
}

export interface UnsavedCopy {
  read(): Unsaved | undefined;
  write(content: string, etag: string): void;
  clear(): void;
}

/** What one person changed in one draft and has not saved, kept in this browser: survives a closed window and an ended session. */
export function unsavedCopy(userId: string, kind: string, key: string): UnsavedCopy {
  const name = `tertib.unsaved.${userId}.${kind}.${key}`;
  return {
    read() {
      try {
        const text = localStorage.getItem(name);
        return text ? (JSON.parse(text) as Unsaved) : undefined;
      } catch {
        return undefined;
      }
    },
    write(content, etag) {
      try {
        localStorage.setItem(name, JSON.stringify({ content, etag, at: Date.now() } satisfies Unsaved));
      } catch {
        // A full or forbidden store leaves the warning on leaving.
      }
    },
    clear: () => localStorage.removeItem(name),
  };
}
