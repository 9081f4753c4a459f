import { FormPolicy } from '../platform/forms/index.js';
import { ROLE_KEYS } from '../platform/identity/index.js';
import { ReleaseCheck, RoleCatalogue } from '../platform/releases/index.js';
import { HandlerCatalogue, type CatalogueEntry } from '../sdk/index.js';

/** Where nothing is known of handlers: none is missed, and whatever nobody else sets may be theirs. */
export const unknownHandlers = (topics: readonly string[]): HandlerCatalogue => new HandlerCatalogue(topics.map(undescribed));

const undescribed = (topic: string): CatalogueEntry => ({
  topic, aliases: [], title: { id: topic, en: topic }, description: null, fields: {}, input: null, output: null, examples: [], retries: [], hash: '', upgrades: [], source: '',
});

class PlatformRoles extends RoleCatalogue {
  keys(): Promise<readonly string[]> {
    return Promise.resolve(ROLE_KEYS);
  }
}

/** The check before publishing, without an application. */
export const offlineCheck = (handlers: HandlerCatalogue): ReleaseCheck => new ReleaseCheck(new FormPolicy(), handlers, new PlatformRoles());
