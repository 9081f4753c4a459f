import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { StartError } from './log.mjs';

const NODE = [20, 19];
const JAVA = 17;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * @typedef {object} Jdk
 * @property {string} home
 * @property {string} java the java command
 * @property {string} version such as 17.0.15
 */

/** @param {string} version */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  throw new StartError(`Tertib needs Node ${NODE.join('.')} or newer; this is ${version}.\n  Get it from https://nodejs.org (the LTS version), then start again.`);
}

/**
 * The JDK named by JAVA_HOME, or else the first one on PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Jdk}
 */
export function findJdk(env = process.env) {
  const found = [];
  for (const { folder, source } of candidates(env)) {
    const java = join(folder, `java${SUFFIX}`);
    if (!existsSync(java)) {
      if (source === 'JAVA_HOME') found.push(`JAVA_HOME is ${env.JAVA_HOME}, where there is no bin/java`);
      continue;
    }
    const { home, version } = describe(java);
    if (Number.parseInt(version) < JAVA) found.push(`Java ${version || 'of unknown version'} (${source})`);
    else if (!existsSync(join(home, 'bin', `javac${SUFFIX}`))) found.push(`Java ${version} without a compiler, a JRE (${source})`);
    else return { home, java, version };
  }
  throw new StartError(
    [
      `Tertib needs a JDK, version ${JAVA} or newer. Found: ${found.join('; ') || 'no java at all, neither by JAVA_HOME nor on PATH'}.`,
      '  Debian, Ubuntu:  sudo apt install openjdk-17-jdk-headless',
      '  macOS:           brew install openjdk@21',
      '  Windows, others: https://adoptium.net',
      '  If it is installed elsewhere, set JAVA_HOME to its folder. Then start again.',
    ].join('\n'),
  );
}

/** @param {NodeJS.ProcessEnv} env */
function candidates(env) {
  const path = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const folders = path.map((folder) => ({ folder, source: `in ${folder}` }));
  return env.JAVA_HOME ? [{ folder: join(env.JAVA_HOME, 'bin'), source: 'JAVA_HOME' }, ...folders] : folders;
}

/** @param {string} java */
function describe(java) {
  // Every JDK says its version in a file; asking the program itself costs each start as much as all other checks.
  const home = dirname(dirname(realpathSync(java)));
  const release = join(home, 'release');
  const version = existsSync(release) ? /^JAVA_VERSION="(.+)"$/m.exec(readFileSync(release, 'utf8'))?.[1] : undefined;
  return version ? { home, version: plain(version) } : ask(java);
}

/** @param {string} java */
function ask(java) {
  const { stderr } = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
  const property = (/** @type {string} */ name) => new RegExp(`^\\s*${name} = (.*)$`, 'm').exec(stderr ?? '')?.[1]?.trim() ?? '';
  return { home: property('java.home'), version: plain(property('java.version')) || '0' };
}

/**
 * "1.8.0" is how Java called its version 8.
 *
 * @param {string} version
 */
const plain = (version) => version.replace(/^1\./, '');
