import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { stage } from './log.mjs';
import { cacheDir, root } from './paths.mjs';
import { withLock } from './pid-lock.mjs';
import { run } from './run.mjs';

const SOURCES = ['pom.xml', 'src', '.mvn'];

/**
 * @typedef {object} BuiltEngine
 * @property {string} jar
 * @property {string} archive classes prepared for this very JDK, which halves the engine's start
 */

/**
 * The engine's program, built once for each state of its sources and each JDK.
 *
 * @param {import('./prerequisites.mjs').Jdk} jdk
 * @returns {Promise<BuiltEngine>}
 */
export async function buildEngine(jdk) {
  const project = join(root, 'engine');
  const cache = join(cacheDir(), 'engine');
  const key = fingerprint(project, SOURCES, `${jdk.home} ${jdk.version}`);
  const folder = join(cache, key);
  const built = { jar: join(folder, 'engine.jar'), archive: join(folder, 'engine.jsa') };
  const done = join(folder, 'done');
  if (preparedIn(done) === folder) return built;
  return withLock(join(cache, 'build.lock'), async () => {
    if (preparedIn(done) === folder) return built;
    if (preparedIn(done) === null) await stage('Building the engine', () => compile(project, folder, jdk));
    await stage('Preparing the engine for quick starts', () => archiveClasses(built, jdk));
    writeFileSync(done, folder);
    removeOthers(cache, key);
    return built;
  });
}

/**
 * Where the engine was prepared, null if it was not. Java takes prepared classes from that place only, and passes over
 * them without an error anywhere else: a folder that was moved is prepared again.
 *
 * @param {string} done
 */
const preparedIn = (done) => (existsSync(done) ? readFileSync(done, 'utf8') : null);

/**
 * @param {string} project
 * @param {string} folder
 * @param {import('./prerequisites.mjs').Jdk} jdk
 */
async function compile(project, folder, jdk) {
  const env = { ...process.env, JAVA_HOME: jdk.home };
  const what = 'Building the engine';
  const goals = ['-q', '-B', 'clean', 'package'];
  if (process.platform === 'win32') await run('cmd.exe', ['/d', '/s', '/c', 'mvnw.cmd', ...goals], { cwd: project, env, what });
  else await run('sh', ['./mvnw', ...goals], { cwd: project, env, what });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const jar = join(project, 'target/engine.jar');
  await run(jdk.java, ['-Djarmode=tools', '-jar', jar, 'extract', '--force', '--destination', folder], { what });
}

/**
 * Starts the engine once on a database in memory, and writes down the classes that it loaded.
 *
 * @param {BuiltEngine} built
 * @param {import('./prerequisites.mjs').Jdk} jdk
 */
async function archiveClasses({ jar, archive }, jdk) {
  const env = { ...process.env, ENGINE_DB_URL: 'jdbc:h2:mem:archive', ENGINE_ADMIN_USER: 'archive', ENGINE_ADMIN_PASSWORD: 'archive' };
  const args = [...jvmOptions, `-XX:ArchiveClassesAtExit=${archive}`, '-Dspring.context.exit=onRefresh', '-jar', jar];
  await run(jdk.java, args, { env, what: 'Preparing the engine' });
}

/**
 * Old builds only take room.
 *
 * @param {string} cache
 * @param {string} keep
 */
function removeOthers(cache, keep) {
  const old = readdirSync(cache, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== keep);
  for (const { name } of old) rmSync(join(cache, name), { recursive: true, force: true });
}

/** The same for preparing and running, or the prepared classes do not fit. */
export const jvmOptions = ['-Xmx512m', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8'];
