import type { CatalogueEntry } from './catalogue.js';
import type { LetterEntry } from './letters.js';

/**
 * The catalogue of the running application's handlers, to inject.
 *
 * @beta
 * @example
 * const title = catalogue.handler('data.verify')?.title.en;
 */
export class HandlerCatalogue {
  private readonly byTopic: ReadonlyMap<string, CatalogueEntry>;

  constructor(
    /** In the order of their topics. */
    readonly handlers: readonly CatalogueEntry[],
    /** What letters and mails get, in the order of their names. */
    readonly letters: readonly LetterEntry[] = [],
  ) {
    this.byTopic = new Map(handlers.flatMap((entry) => [entry.topic, ...entry.aliases].map((name) => [name, entry])));
  }

  /** The handler that serves a topic, under this name or as one of its former names. */
  handler(topic: string): CatalogueEntry | undefined {
    return this.byTopic.get(topic);
  }
}
