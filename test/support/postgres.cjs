// A throw-away PostgreSQL server for one test run, where its programs are installed.
const { execFileSync, spawnSync } = require('node:child_process');
const { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Runs side by side need ports of their own.
const PORT = 40_000 + (process.pid % 20_000);

/** The folder that holds initdb and pg_ctl, or null. Debian keeps them off the PATH. */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function startPostgres() {
  const programs = findPrograms();
  if (!programs) return null;
  const who = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'tertib-pg-'));
  if (who.uid) execFileSync('chown', [`${who.uid}:${who.gid}`, folder]);
  chmodSync(folder, 0o700);
  const run = (program, args) => {
    const { status, stderr } = spawnSync(join(programs, program), args, { ...who, cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'tertib', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C']);
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${PORT} -k ${folder} -h 127.0.0.1 -c fsync=off -c max_connections=200`, 'start']);
  return {
    url: `postgres://tertib@127.0.0.1:${PORT}/postgres`,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

module.exports = { findPrograms, startPostgres };
