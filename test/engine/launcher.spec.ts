import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const START = resolve(__dirname, '../../src/launcher/start.mjs');

/** What the launcher says and does before it installs, builds or starts anything. */
describe('A start that cannot succeed says why, and the way out', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tertib-launcher-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = (env: NodeJS.ProcessEnv, ...args: string[]) => {
    const all = { ...process.env, TERTIB_DATA: join(folder, 'data'), TERTIB_ENGINE_URL: '', JAVA_HOME: '', ...env };
    const { status, stderr, stdout } = spawnSync(process.execPath, [START, ...args], { env: all, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    return stderr;
  };

  const java = (version: string) => {
    const script = `#!/bin/sh\necho "    java.home = ${folder}\n    java.version = ${version}" >&2\n`;
    writeFileSync(join(folder, 'java'), script);
    chmodSync(join(folder, 'java'), 0o755);
    return { PATH: folder };
  };

  it('with a Node that is too old', () => {
    const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.4' })`;
    expect(start({ NODE_OPTIONS: `--import "${old}"`, PATH: folder })).toMatch(/needs Node 20\.19 or newer; this is 18\.20\.4\.\n {2}Get it from https:\/\/nodejs\.org/);
  });

  it('without any Java', () => {
    expect(start({ PATH: folder })).toMatch(/JDK, version 17 or newer. Found: no java at all[\s\S]*apt install/);
  });

  it('with a JAVA_HOME that leads nowhere', () => {
    expect(start({ PATH: folder, JAVA_HOME: '/nowhere' })).toContain('JAVA_HOME is /nowhere, where there is no bin/java');
  });

  it('with a Java that is too old', () => {
    expect(start(java('1.8.0_402'))).toContain('Found: Java 8.0_402');
  });

  it('with a JDK that is nearly new enough', () => {
    expect(start(java('16.0.2'))).toMatch(/version 17 or newer. Found: Java 16\.0\.2 \(in [\s\S]*apt install openjdk-17-jdk-headless/);
  });

  it('with a Java that cannot compile', () => {
    expect(start(java('21.0.2'))).toContain('without a compiler');
  });

  it('with a port that another program uses', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    expect(start({ PORT: String(port) })).toContain(`PORT=${port + 1} npm start`);
    await new Promise((done) => server.close(done));
  });

  it('with a port that is none', () => {
    expect(start({ PORT: 'web' })).toContain('PORT is "web"');
  });

  it('with an engine database that is no address', () => {
    expect(start({ ENGINE_DATABASE_URL: 'mysql://x' })).toContain('ENGINE_DATABASE_URL is not an address');
  });

  it('with an engine elsewhere and no credential for it', () => {
    expect(start({ TERTIB_ENGINE_URL: 'http://127.0.0.1:1/engine-rest' })).toContain('TERTIB_ENGINE_PASSWORD');
  });

  it('with an option that does not exist', () => {
    expect(start({}, '--dmo')).toContain('--dmo is not known');
  });

  it('on a folder that another start holds', () => {
    const hold = `import { lockData } from ${JSON.stringify(resolve(__dirname, '../../src/launcher/data-lock.mjs'))};
      import { spawnSync } from 'node:child_process';
      lockData(process.env.TERTIB_DATA);
      process.stdout.write(spawnSync(process.execPath, [${JSON.stringify(START)}], { encoding: 'utf8' }).stderr);`;
    const env = { ...process.env, TERTIB_DATA: join(folder, 'data') };
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', hold], { env, encoding: 'utf8' });
    expect(stdout).toMatch(/is running on .*data already \(process \d+\)[\s\S]*TERTIB_DATA=/);
  });

  it('and forgets a holder that was killed', () => {
    const hold = `import { lockData } from ${JSON.stringify(resolve(__dirname, '../../src/launcher/data-lock.mjs'))};
      lockData(process.env.TERTIB_DATA);
      process.kill(process.pid, 'SIGKILL');`;
    const env = { ...process.env, TERTIB_DATA: join(folder, 'data') };
    spawnSync(process.execPath, ['--input-type=module', '-e', hold], { env });
    expect(existsSync(join(folder, 'data/launcher.lock'))).toBe(true);
    expect(start({ PORT: 'web' })).toContain('PORT is "web"');
  });
});
