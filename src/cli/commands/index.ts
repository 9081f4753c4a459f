import type { Entry } from '../command.js';

/** What `tertib` can do. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  catalog: { summary: 'Writes the catalogue of the handlers, element templates for the modeler, or their reference', load: async () => (await import('./catalog.js')).catalog },
  check: { summary: 'Checks diagrams, forms and letters of a folder as before publishing, without a server', load: async () => (await import('./check.js')).check },
  create: { summary: 'Makes a new application or plugin that starts and whose test passes', load: async () => (await import('./create.js')).create },
  doctor: { summary: 'Looks at this machine and says what keeps Tertib from running, with its cure', load: async () => (await import('./doctor.js')).doctor },
  typegen: { summary: 'Writes TypeScript types for the procedures and forms of a folder', load: async () => (await import('./typegen.js')).typegen },
};
