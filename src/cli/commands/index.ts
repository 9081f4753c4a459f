import type { Entry } from '../command.js';

/** What `tertib` can do. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  catalog: { summary: 'Writes the catalogue of the handlers, element templates for the modeler, or their reference', load: async () => (await import('./catalog.js')).catalog },
  check: { summary: 'Checks diagrams, forms and letters of a folder as before publishing, without a server', load: async () => (await import('./check.js')).check },
  create: { summary: 'Makes a new application or plugin that starts and whose test passes', load: async () => (await import('./create.js')).create },
  deploy: { summary: 'Checks a folder and publishes it on a running server, or says what keeps it from going live', load: async () => (await import('./deploy.js')).deploy },
  dev: { summary: 'Runs an application, starts it again at each change, and runs failed tasks again under a debugger', load: async () => (await import('./dev.js')).dev },
  doctor: { summary: 'Looks at this machine and says what keeps Tertib from running, with its cure', load: async () => (await import('./doctor.js')).doctor },
  export: { summary: 'Writes a version, or what is being edited, from a running server into a folder', load: async () => (await import('./export.js')).exportFolder },
  import: { summary: 'Takes a folder into the drafts of a running server', load: async () => (await import('./import.js')).importFolder },
  rebuild: { summary: 'Makes the list of cases and tasks of a running server anew from what the engine still knows', load: async () => (await import('./rebuild.js')).rebuild },
  typegen: { summary: 'Writes TypeScript types for the procedures and forms of a folder', load: async () => (await import('./typegen.js')).typegen },
};
