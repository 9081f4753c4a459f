import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dev } from './dev.js';

/** What it does with an application is seen in test/package/outside.spec.ts. */
describe('tertib dev', () => {
  let root: string;
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'tertib-dev-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('needs an application', async () => {
    await expect(dev.run({ root })).rejects.toThrow(`There is no tsconfig.json in ${root}.`);
    writeFileSync(join(root, 'tsconfig.json'), '{}');
    await expect(dev.run({ root })).rejects.toThrow('npm install --save-dev typescript');
  });

  it.each(['x', '0', '70000', '1.5'])('needs a port for the debugger, which %s is not', (inspect) => expect(dev.run({ root, inspect })).rejects.toThrow(`"${inspect}" is not a port.`));
  it('completes only what it replays', () => expect(dev.run({ root, complete: true })).rejects.toThrow('--complete belongs to --replay <id>.'));
});
