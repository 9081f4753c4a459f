import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { secondRun } from '../../src/launcher/second-run.mjs';

const JEST = resolve(__dirname, '../../node_modules/jest/bin/jest.js');
const REPORTER = resolve(__dirname, '../support/failed-suites.cjs');
/** Fails the first time, as a race does in company. */
const once = `const fs = require('node:fs'); const race = () => { const seen = __filename + '.seen'; if (!fs.existsSync(seen)) { fs.writeFileSync(seen, ''); throw new Error('in company'); } };`;
const onceRed = `${once} it('races', race);`;

/** Jest itself, on suites of a folder of its own. */
describe('A suite that failed in a whole run', () => {
  let folder: string;
  let said: string;
  let runs: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tertib-second-run-'));
    said = '';
    runs = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => ((said += String(line)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (args: string[]): number => {
    runs += 1;
    return spawnSync(process.execPath, [JEST, '--config', join(folder, 'jest.config.cjs'), ...args], { cwd: folder }).status ?? 1;
  };
  const whole = (suites: Record<string, string>): number => {
    const failed = join(folder, 'out', 'failed-suites.txt');
    writeFileSync(join(folder, 'jest.config.cjs'), `module.exports = { projects: [{ displayName: 'unit', rootDir: __dirname, transform: {} }], reporters: [[${JSON.stringify(REPORTER)}, { file: ${JSON.stringify(failed)} }]] };`);
    for (const [name, text] of Object.entries(suites)) writeFileSync(join(folder, `${name}.spec.js`), text);
    expect(run([])).toBe(1);
    return secondRun(failed, run);
  };

  it('is run again alone, and named where it passes', () => {
    expect(whole({ race: onceRed, fine: `it('passes', () => {});` })).toBe(0);
    expect(said).toMatch(/Failed in company, passed alone – it has a race, mend it: unit .*race\.spec\.js\n$/);
    expect(runs).toBe(2);
  });

  it('is run again where it died before its first test', () => {
    expect(whole({ early: `${once} race(); it('passes', () => {});` })).toBe(0);
    expect(said).toMatch(/mend it: unit .*early\.spec\.js\n$/);
  });

  it('fails the run where it fails again, in a test or before one', () => {
    expect(whole({ race: onceRed, wrong: `throw new Error('always');` })).toBe(1);
    expect(said).not.toMatch('passed alone');
    expect(runs).toBe(3);
  });

  it('is not run again where more than three failed: that is no accident', () => {
    expect(whole(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, onceRed])))).toBe(1);
    expect(runs).toBe(1);
  });

  it('is not looked for where the run did not come to its end', () => {
    expect(secondRun(join(folder, 'nothing'), run)).toBe(1);
    expect(runs).toBe(0);
  });
});
