import type { Plugin, Text } from '../../sdk/index.js';
import { PLATFORM_ACTIONS } from './platform-actions.js';

/** What the actions of the trail are called, by their codes: ours, and those that plugins bring. */
export class ActionWords {
  private readonly words: ReadonlyMap<string, Text>;

  constructor(plugins: readonly Pick<Plugin, 'auditActions'>[]) {
    this.words = new Map([...plugins.flatMap(({ auditActions = {} }) => Object.entries(auditActions)), ...Object.entries(PLATFORM_ACTIONS)]);
  }

  /** Null for one that nobody has words for. */
  of(action: string): Text | null {
    return this.words.get(action) ?? null;
  }
}
