import { readBundle } from '../bundle.js';
import { ROOT, textOf, type Option, type Outcome, type Values } from '../command.js';
import { findingLines } from '../findings.js';
import { Refused, type Server } from './server.js';

interface Imported {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** Sends a folder into the server's drafts; answers findings as an outcome, where they keep it out. */
export async function sendFolder(server: Server, values: Values, publishable: boolean): Promise<Imported | Outcome> {
  const resources = readBundle(textOf(values, 'root') ?? '.').map(({ path, content }) => ({ path, content }));
  try {
    return await server.put<Imported>('/api/drafts/bundle', { resources, overwrite: values['overwrite'] === true, prune: values['prune'] === true, publishable });
  } catch (error) {
    if (!(error instanceof Refused) || error.findings.length === 0) throw error;
    return { ok: false, text: [...findingLines(error.findings), 'Nothing was taken: mend these files first.'].join('\n'), json: { findings: error.findings } };
  }
}

export const isOutcome = (answer: Imported | Outcome): answer is Outcome => 'ok' in answer;

/** What the folder brings, by the word for it; what it takes out; what the server has beyond it. */
export const linesOf = ({ changed, removed, kept }: Imported, becomes: string): string[] => [
  ...changed.filter((path) => !removed.includes(path)).map((path) => `${path} ${becomes}.`),
  ...removed.map((path) => `${path} is taken out.`),
  ...kept.map((path) => `${path} is on the server only, and stays; --prune takes it out.`),
];

/** Of both commands that send a folder. */
export const SENDING: Readonly<Record<string, Option>> = {
  root: ROOT,
  prune: { type: 'boolean', summary: 'take out of the next version what the folder does not have' },
  overwrite: { type: 'boolean', summary: 'take the place of what somebody is editing' },
};
