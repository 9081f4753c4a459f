import { ROOT, type Command, type Outcome } from '../command.js';
import { isOutcome, keptLines, sendFolder } from '../server/send-folder.js';
import { SERVER, serverOf } from '../server/server.js';

export const importFolder: Command = {
  options: {
    ...SERVER,
    root: ROOT,
    overwrite: { type: 'boolean', summary: 'take the place of what somebody is editing' },
  },
  async run(values): Promise<Outcome> {
    const answer = await sendFolder(serverOf(values), values, false);
    if (isOutcome(answer)) return answer;
    const { changed } = answer;
    const last = changed.length === 0 ? 'The drafts are as the live version is.' : `${changed.length} drafts differ from the newest version now; publish them in the admin.`;
    return { ok: true, text: [...changed.map((path) => `${path} is a draft.`), ...keptLines(answer), last].join('\n'), json: { ...answer } };
  },
};
