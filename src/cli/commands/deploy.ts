import { textOf, type Command, type Outcome } from '../command.js';
import { isOutcome, linesOf, sendFolder, SENDING } from '../server/send-folder.js';
import { SERVER, serverOf } from '../server/server.js';

interface Release {
  readonly version: number;
  readonly state: 'deploying' | 'live' | 'retired' | 'failed';
  readonly failure: string | null;
}

const SAID: Readonly<Record<Release['state'], string>> = {
  live: 'is live: new cases start from it.',
  deploying: 'was published and goes live when the engine is back.',
  retired: 'was published, and a newer one is live already.',
  failed: 'was refused by the engine',
};

export const deploy: Command = {
  options: {
    ...SERVER,
    ...SENDING,
    note: { type: 'string', value: 'text', default: 'tertib deploy', summary: 'what the version is about, for those who read the list of versions' },
  },
  async run(values): Promise<Outcome> {
    const server = serverOf(values);
    const answer = await sendFolder(server, values, true);
    if (isOutcome(answer)) return answer;
    const { changed, removed, kept } = answer;
    if (changed.length === 0) return { ok: true, text: [...linesOf(answer, 'has changed'), 'Nothing has changed; the newest version stays.'].join('\n'), json: { version: null, changed, removed, kept } };
    const { version, state, failure } = await server.post<Release>('/api/drafts/publish', { note: textOf(values, 'note') });
    const last = `Version ${version} ${SAID[state]}${failure ? `: ${failure}` : ''}`;
    return { ok: state !== 'failed', text: [...linesOf(answer, 'has changed'), last].join('\n'), json: { version, state, failure, changed, removed, kept } };
  },
};
