import { join, resolve } from 'node:path';
import { textOf, UsageError, type Command, type Outcome } from '../command.js';
import { manifest, tertibSource } from '../create/manifest.js';
import { namesOf } from '../create/names.js';
import { contentsOf, write, writeTemplate } from '../create/templates.js';
import { root } from '../launcher.js';
import { typegen } from './typegen.js';

const APPLICATION = 'A NestJS application with one procedure on Tertib.';
const PLUGIN = 'A plugin for applications on Tertib: one procedure with its form, its mail and its automatic step. `src/main.ts` is an application to try it in; it does not go into the package.';

export const create: Command = {
  argument: { name: 'folder', summary: 'the folder to make; its name is the name of the application and of its procedure' },
  options: {
    plugin: { type: 'boolean', summary: 'make a package that applications add to their plugins' },
    tertib: { type: 'string', value: 'source', summary: 'where npm gets Tertib from: a version or a packed file; default: where this one came from' },
  },
  async run(values): Promise<Outcome> {
    const folder = resolve(textOf(values, 'folder') ?? '');
    const names = namesOf(folder);
    const found = contentsOf(folder);
    if (found.length > 0) throw new UsageError(`${folder} is not empty: it holds ${found.slice(0, 3).join(', ')}${found.length > 3 ? ', …' : ''}. Name a folder that is new or empty.`);
    const plugin = values['plugin'] === true;
    const tertib = tertibSource(textOf(values, 'tertib'), folder, root);
    const files = writeTemplate(join(root, 'templates/application'), folder, names, plugin ? PLUGIN : APPLICATION);
    write(folder, 'package.json', manifest(names, { tertibFolder: root, plugin, tertib }));
    const types = 'src/procedures.generated.ts';
    await typegen.run({ root: folder, out: join(folder, types) });
    const text = [`${folder} was made. Now:`, `  cd ${folder}`, '  npm install', '  npm test', '  npm start'].join('\n');
    return { ok: true, text, json: { folder, plugin, tertib, files: [...files, 'package.json', types].toSorted() } };
  },
};
