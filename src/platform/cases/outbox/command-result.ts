import type { EntityManager } from 'typeorm';

/** How a command ended. `apply` writes what follows from it, in the transaction that marks the command. */
export type CommandResult =
  | { readonly state: 'done'; readonly apply?: (db: EntityManager) => Promise<void> }
  /** What it was for had gone before it came. */
  | { readonly state: 'conflict'; readonly reason: string; readonly apply?: (db: EntityManager) => Promise<void> };
