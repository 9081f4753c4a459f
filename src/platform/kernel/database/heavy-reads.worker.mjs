/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** @typedef {{ file: string, sql: string, values: (string | number | null)[] }} Job */

/** One application runs in a process; where tests start several, the last one's is kept. @type {{ file: string, db: import('better-sqlite3').Database } | undefined} */
let open;

/** A connection of its own, which cannot write: in SQLite's WAL it disturbs no writer. @param {string} file */
function connection(file) {
  if (open?.file === file) return open.db;
  open?.db.close();
  open = undefined;
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 30000');
  open = { file, db };
  return db;
}

parentPort?.on('message', (/** @type {{ id: number, job: Job }} */ { id, job: { file, sql, values } }) => {
  try {
    parentPort?.postMessage({ id, result: connection(file).prepare(sql).all(...values) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage({ ready: true });
