import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const plugin = join(root, 'dist/satu-data/index.js');

/** The built command, as a process of its own. */
function tertib(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/tertib.js'), ...args], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  return { status, stdout, stderr };
}

describe('the built tertib command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tertib-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows its commands', () => expect(tertib('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/check[\s\S]*typegen/), stderr: '' }));

  it('finds the shipped procedure sound, with the handlers of its plugin', () => {
    expect(tertib('check', '--plugin', plugin)).toEqual({ status: 0, stdout: '0 errors, 0 warnings\n', stderr: '' });
  });

  it('finds the committed types as they would be written, and drift in others', () => {
    expect(tertib('typegen', '--check', '--out', 'src/satu-data/procedures.generated.ts')).toMatchObject({ status: 0, stderr: '' });
    const other = join(folder, 'types.ts');
    writeFileSync(other, '// other\n');
    const { status, stdout } = tertib('typegen', '--check', '--json', '--out', other);
    expect({ status, ...(JSON.parse(stdout) as object) }).toEqual({ status: 1, ok: false, file: other, drift: true, line: 1 });
  });

  it('is called wrongly in sentences', () => {
    expect(tertib('chek')).toEqual({ status: 2, stdout: '', stderr: '✗ There is no command "chek". Did you mean check? See: tertib --help\n' });
    expect(tertib('check', '--root', join(folder, 'nowhere'))).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no folder') });
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, 'export const nothing = 1;\n');
    expect(tertib('check', '--plugin', empty)).toMatchObject({ status: 2, stderr: expect.stringContaining('exports no plugin') });
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, "throw new Error('no database here');\n");
    expect(tertib('check', '--plugin', broken)).toMatchObject({ status: 2, stderr: expect.stringMatching(/broken\.mjs cannot be loaded: no database here/) });
  });
});
