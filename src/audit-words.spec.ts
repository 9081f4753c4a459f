import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ActionWords } from './platform/audit/index.js';
import { SatuData } from './satu-data/index.js';

const words = new ActionWords([SatuData]);
/** As they stand in the source, with those of a choice between two. */
const ACTION = /(?:action: |record\()[^,\n]*?'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g;

const actionsIn = (folder: string): string[] =>
  readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(__dirname, folder, file), 'utf8').matchAll(ACTION)].flatMap(([, one, other]) => [one ?? '', ...(other ? [other] : [])]));

describe('the audit trail', () => {
  const actions = [...new Set([...actionsIn('platform'), ...actionsIn('satu-data')])].toSorted();

  it('is written in many places', () => expect(actions.length).toBeGreaterThan(90));

  it('has words in both languages for each action', () => {
    expect(actions.filter((action) => !words.of(action)?.id || !words.of(action)?.en)).toEqual([]);
  });

  it('shows the code of one that it has no words for', () => expect(words.of('permit.granted')).toBeNull());
});
