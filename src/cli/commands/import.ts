import type { Command, Outcome } from '../command.js';
import { isOutcome, linesOf, sendFolder, SENDING } from '../server/send-folder.js';
import { SERVER, serverOf } from '../server/server.js';

export const importFolder: Command = {
  options: { ...SERVER, ...SENDING },
  async run(values): Promise<Outcome> {
    const answer = await sendFolder(serverOf(values), values, false);
    if (isOutcome(answer)) return answer;
    const { changed } = answer;
    const last = changed.length === 0 ? 'The drafts are as the live version is.' : `${changed.length} drafts differ from the newest version now; publish them in the admin.`;
    return { ok: true, text: [...linesOf(answer, 'is a draft'), last].join('\n'), json: { ...answer } };
  },
};
