import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const unfit = 'test/docs/unfit/index.ts';

describe('The reference', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tertib-reference-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused where an export has no text, no stability, or a member without text; each with its place', () => {
    const args = ['--options', 'test/docs/unfit/typedoc.config.mjs', '--out', join(folder, 'out')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/typedoc/bin/typedoc'), ...args], { cwd: root, encoding: 'utf8', timeout: 120_000, env: { ...process.env, NO_COLOR: '1' } });
    expect(status).not.toBe(0);
    expect(`${stdout}${stderr}`.split('\n').flatMap((line) => (line.includes('index.ts:') ? [line.slice(line.indexOf('test/docs'))] : []))).toEqual([
      `${unfit}:6 untold has no text: say what it is`,
      `${unfit}:6 untold has no stability: exactly one of @public, @beta, @experimental`,
      `${unfit}:9 unstable has no stability: exactly one of @public, @beta, @experimental`,
      `${unfit}:12 undecided has more than one stability: exactly one of @public, @beta, @experimental`,
      `${unfit}:15 old is deprecated without "since <version>" and what to use instead`,
      `${unfit}:21 Half.untold has no text`,
    ]);
  });

  it('says of what is not stable that it is not', () => {
    const catalogue = readFileSync(join(root, 'docs/reference/api/catalogue.md'), 'utf8');
    expect(catalogue).toMatch(/### catalogueOf\(\)[\s\S]*?`Beta`/);
  });
});
