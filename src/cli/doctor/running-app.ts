import type { Finding } from '../../platform/releases/index.js';
import { findingLines } from '../findings.js';
import type { Server } from '../server/server.js';
import { ill, illBy, well, type Diagnosis } from './diagnosis.js';

/** What the running application says of itself to who shows a token. */
interface Told {
  readonly version: string;
  readonly effects: { readonly count: number; readonly oldest: readonly { readonly caseId: string; readonly kind: string; readonly since: string; readonly state: 'waits' | 'refused'; readonly error: string | null }[] };
  readonly live: { readonly version: number | null; readonly findings: readonly Finding[] };
}

/** Submissions without effect, the live version without its handlers or forms, and two versions of Tertib. */
export async function runningApp(server: Server, ownVersion: string): Promise<Diagnosis[]> {
  try {
    const told = await server.get<Told>('/api/operations/diagnosis');
    return [versions(told, ownVersion), effects(told), live(told)];
  } catch (error) {
    return [illBy('app', error)];
  }
}

function versions({ version }: Told, ownVersion: string): Diagnosis {
  if (version === ownVersion) return well('versions', `The server and this command are ${version}.`);
  return ill('versions', `The server is ${version}, this command ${ownVersion}.`, `Use the command of the server's version: npx tertib@${version}`);
}

function effects({ effects: { count, oldest } }: Told): Diagnosis {
  if (count === 0) return well('effects', 'All that was accepted has reached the engine.');
  const lines = oldest.map(({ caseId, kind, since, state, error }) => `case ${caseId}: ${kind} since ${since}, ${state === 'waits' ? 'waits for the engine' : 'refused by the engine'}${error ? `: ${error}` : ''}`);
  const cure = [
    ...lines,
    ...(count > oldest.length ? [`and ${count - oldest.length} more`] : []),
    'Nothing is lost. What waits goes on when the engine answers; what was refused is an incident of its case: see the reason there, mend it, and press “Run again”.',
  ];
  return ill('effects', `${count} accepted submissions and other orders have had no effect for five minutes.`, cure.join('\n'));
}

function live({ live: { version, findings } }: Told): Diagnosis {
  if (version === null) return ill('live', 'No version is live, so no case can be started.', 'The first goes live when the engine answers. If it does, see whether the plugin names its folder (resources).');
  if (findings.length === 0) return well('live', `Version ${version} has its handlers, forms and letters.`);
  return ill('live', `Version ${version}, which is live, lacks something.`, [...findingLines(findings), 'Bring the handler back (or name its new topic as an alias), or publish a version that does without.'].join('\n'));
}
