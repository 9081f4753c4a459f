import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { say } from './log.mjs';
import { root } from './paths.mjs';

/** More than these are no accident. */
const MOST = 3;

/**
 * Runs the few suites that failed once more, one after another and with nothing beside them, and names
 * those that passed then: what fails only in company has a race in it, in the product or in its spec (docs/adr/0051).
 *
 * @param {string} failed file with a line for each suite: project, tab, path; missing where the run did not come to its end
 * @param {(args: string[]) => number} jest
 * @returns {number} exit code: 0 where all of them passed
 */
export function secondRun(failed, jest) {
  const suites = (existsSync(failed) ? readFileSync(failed, 'utf8') : '').trim().split('\n').filter(Boolean).map((line) => line.split('\t'));
  if (suites.length === 0 || suites.length > MOST) return 1;
  const names = suites.map(([project, path = '']) => `${project} ${relative(root, path)}`);
  say(`\nSuites that failed: ${suites.length}. Once more, alone:`);
  const again = suites.filter(([project = '', path = '']) => jest(['--selectProjects', project, '--runTestsByPath', path, '-w', '1']) !== 0);
  if (again.length > 0) return 1;
  for (const name of names) say(`Failed in company, passed alone – it has a race, mend it: ${name}`);
  return 0;
}
