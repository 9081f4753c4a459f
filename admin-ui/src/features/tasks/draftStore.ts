import type { FormValues } from '../../api/index.js';

interface LocalDraft {
  data: FormValues;
  /** The server's version that was typed on: what somebody else has saved since is not to be overwritten. */
  version: number | null;
}

const keyOf = (userId: string, taskId: string): string => `tertib.draft.${userId}.${taskId}`;

/** What the server has not got yet, kept in this browser: survives a closed window and a lost connection. */
export const localDraft = {
  read(userId: string, taskId: string): LocalDraft | undefined {
    try {
      const text = localStorage.getItem(keyOf(userId, taskId));
      return text ? (JSON.parse(text) as LocalDraft) : undefined;
    } catch {
      return undefined;
    }
  },
  /** Answers whether it is kept: a full or forbidden store, or more than it takes (5 million characters in most browsers), leaves the server's copy as the only one. */
  write(userId: string, taskId: string, draft: LocalDraft): boolean {
    try {
      localStorage.setItem(keyOf(userId, taskId), JSON.stringify(draft));
      return true;
    } catch {
      // What was kept before is older than what the server will be sent.
      localStorage.removeItem(keyOf(userId, taskId));
      return false;
    }
  },
  clear(userId: string, taskId: string): void {
    localStorage.removeItem(keyOf(userId, taskId));
  },
};
