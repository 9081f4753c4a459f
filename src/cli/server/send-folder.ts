import { readBundle } from '../bundle.js';
import { textOf, type Outcome, type Values } from '../command.js';
import { findingLines } from '../findings.js';
import { Refused, type Server } from './server.js';

interface Imported {
  readonly changed: readonly string[];
  readonly kept: readonly string[];
}

/** Sends a folder into the server's drafts; answers findings as an outcome, where they keep it out. */
export async function sendFolder(server: Server, values: Values, publishable: boolean): Promise<Imported | Outcome> {
  const resources = readBundle(textOf(values, 'root') ?? '.').map(({ path, content }) => ({ path, content }));
  try {
    return await server.put<Imported>('/api/drafts/bundle', { resources, overwrite: values['overwrite'] === true, publishable });
  } catch (error) {
    if (!(error instanceof Refused) || error.findings.length === 0) throw error;
    return { ok: false, text: [...findingLines(error.findings), 'Nothing was taken: mend these files first.'].join('\n'), json: { findings: error.findings } };
  }
}

export const isOutcome = (answer: Imported | Outcome): answer is Outcome => 'ok' in answer;

/** What the server has beyond the folder: there is no taking away of what a version has. */
export const keptLines = ({ kept }: Imported): string[] => kept.map((path) => `${path} is on the server only, and stays.`);
