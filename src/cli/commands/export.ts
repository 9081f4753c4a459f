import { resolve } from 'node:path';
import { textOf, UsageError, type Command, type Outcome } from '../command.js';
import { writeFolder, type FolderFile } from '../server/folder.js';
import { SERVER, serverOf } from '../server/server.js';

interface Bundle {
  readonly release: { readonly version: number } | null;
  readonly resources: readonly FolderFile[];
}

export const exportFolder: Command = {
  options: {
    ...SERVER,
    release: { type: 'string', value: 'live|drafts|number', default: 'live', summary: 'which version, or what is being edited' },
    out: { type: 'string', value: 'folder', default: '.', summary: 'the folder that gets bpmn/, forms/ and letters/' },
    prune: { type: 'boolean', summary: 'remove diagrams, forms and letters of the folder that are not in it' },
  },
  async run(values): Promise<Outcome> {
    const which = textOf(values, 'release') ?? 'live';
    if (!/^(live|drafts|[1-9]\d{0,8})$/.test(which)) throw new UsageError(`"${which}" is no version. Name its number, or live, or drafts: --release <live|drafts|number>`);
    const { release, resources } = await serverOf(values).get<Bundle>(which === 'drafts' ? '/api/drafts/bundle' : `/api/releases/${which}/bundle`);
    const folder = resolve(textOf(values, 'out') ?? '.');
    const { written, others } = writeFolder(folder, resources, values['prune'] === true);
    const what = release ? `Version ${release.version}` : 'What is being edited';
    const text = [
      ...written.map((path) => `${path} was written.`),
      ...others.map((path) => (values['prune'] === true ? `${path} was removed.` : `${path} is not in it; --prune removes it.`)),
      `${what} is in ${folder}: ${resources.length} files, ${written.length} changed.`,
    ];
    return { ok: true, text: text.join('\n'), json: { folder, version: release?.version ?? null, files: resources.length, written, others } };
  },
};
