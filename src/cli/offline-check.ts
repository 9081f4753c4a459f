import { FormPolicy } from '../platform/forms/index.js';
import { ReleaseCheck, shippedFolders, shippedResources, StepProperties, type Resource } from '../platform/releases/index.js';
import { HandlerCatalogue, type CatalogueEntry, type Plugin } from '../sdk/index.js';

const FRAME: Resource = { path: 'letters/layout.hbs', kind: 'letter', key: 'layout', content: '{{> isi}}' };

/** Where nothing is known of handlers: none is missed, and whatever nobody else sets may be theirs. */
export const unknownHandlers = (topics: readonly string[]): HandlerCatalogue => new HandlerCatalogue(topics.map(undescribed));

const undescribed = (topic: string): CatalogueEntry => ({
  topic, aliases: [], title: { id: topic, en: topic }, description: null, fields: {}, input: null, output: null, examples: [], retries: [], hash: '', upgrades: [], source: '',
});

/** The check before publishing, without an application. */
export const offlineCheck = (handlers: HandlerCatalogue, roles: readonly string[], plugins: readonly Plugin[] = []): ReleaseCheck =>
  new ReleaseCheck(new FormPolicy(), handlers, { keys: () => Promise.resolve(roles) }, new StepProperties(plugins));

/** With the frame that the plugins bring to a folder's letters. Where none is named, it may be theirs. */
export function framed(resources: readonly Resource[], plugins: readonly Plugin[]): readonly Resource[] {
  const theirs = shippedResources(...shippedFolders(plugins)).filter(({ path }) => path === FRAME.path);
  const has = resources.some(({ path }) => path === FRAME.path);
  return has ? resources : [...resources, ...(plugins.length > 0 ? theirs : [FRAME])];
}
