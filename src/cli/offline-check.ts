import { FormPolicy } from '../platform/forms/index.js';
import { ReleaseCheck } from '../platform/releases/index.js';
import { HandlerCatalogue, type CatalogueEntry } from '../sdk/index.js';

/** Where nothing is known of handlers: none is missed, and whatever nobody else sets may be theirs. */
export const unknownHandlers = (topics: readonly string[]): HandlerCatalogue => new HandlerCatalogue(topics.map(undescribed));

const undescribed = (topic: string): CatalogueEntry => ({
  topic, aliases: [], title: { id: topic, en: topic }, description: null, fields: {}, input: null, output: null, examples: [], retries: [], hash: '', upgrades: [], source: '',
});

/** The check before publishing, without an application. */
export const offlineCheck = (handlers: HandlerCatalogue, roles: readonly string[]): ReleaseCheck => new ReleaseCheck(new FormPolicy(), handlers, { keys: () => Promise.resolve(roles) });
