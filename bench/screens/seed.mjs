import { join } from 'node:path';
import Database from 'better-sqlite3';

const TASKS_PER_CASE = 10;
const NAMES = ['Memeriksa permohonan', 'Mengoreksi daftar data', 'Memverifikasi data', 'Menganalisis data', 'Menyetujui penerbitan'];
// Producers deliver, so most tasks are theirs.
const ROLES = ['kasi', 'operator', 'kabid', 'operator', 'staf', 'operator', 'kadis', 'operator'];
const DAY = 86_400_000;

/**
 * Adds open tasks to a product's database, as its own feed would leave them. Their instances are over: the reconciler looks for
 * running ones in the engine, which knows nothing of these.
 *
 * @param {string} data the product's data folder
 * @param {number} from how many there are
 * @param {number} to how many there are to be
 */
export function seedTasks(data, from, to) {
  const db = new Database(join(data, 'tertib.sqlite'));
  db.pragma('busy_timeout = 20000');
  const release = /** @type {{ id: string }} */ (db.prepare(`SELECT id FROM releases ORDER BY version DESC LIMIT 1`).get());
  const offices = /** @type {{ id: string }[]} */ (db.prepare('SELECT id FROM offices ORDER BY id').all());
  const insert = {
    case: db.prepare(`INSERT INTO cases (id, startKey, title, procedureKey, releaseId, state, rootInstanceId, startedBy, startedByName, startedAt, endedAt, cancelReason) VALUES (?, NULL, ?, 'pengelolaan-data', ?, 'running', ?, NULL, NULL, ?, NULL, NULL)`),
    instance: db.prepare(`INSERT INTO case_instances (id, caseId, parentId, definitionId, processKey, superElementId, state, startedAt, endedAt, variables, officeId, label) VALUES (?, ?, NULL, 'bench', 'pengelolaan-data', NULL, 'completed', ?, ?, '{}', NULL, ?)`),
    task: db.prepare(`INSERT INTO tasks (id, caseId, instanceId, elementId, name, formKey, role, recordedBy, officeId, step, state, assigneeId, assigneeName, dueAt, sortKey, createdAt, completedAt) VALUES (?, ?, ?, 'bench', ?, NULL, ?, NULL, ?, '4', 'open', NULL, NULL, ?, ?, ?, NULL)`),
  };
  const now = Date.now();
  db.transaction(() => {
    for (let number = from; number < to; number++) {
      const [caseId, instanceId] = [`bench-case-${Math.floor(number / TASKS_PER_CASE)}`, `bench-instance-${Math.floor(number / TASKS_PER_CASE)}`];
      const at = new Date(now - (number % 90) * DAY).toISOString();
      if (number % TASKS_PER_CASE === 0) {
        insert.case.run(caseId, `Periode ${2000 + (number % 30)} nomor ${number}`, release.id, instanceId, at);
        insert.instance.run(instanceId, caseId, at, at, `Data nomor ${number}`);
      }
      const role = pick(ROLES, number, 1);
      const due = number % 7 === 0 ? null : new Date(now + ((number * 7919) % 120 - 30) * DAY).toISOString();
      insert.task.run(`bench-task-${String(number).padStart(6, '0')}`, caseId, instanceId, pick(NAMES, number, 2), role, role === 'operator' ? pick(offices, number, 3)?.id : null, due, due ?? '9999', at);
    }
  })();
  db.close();
}

/**
 * The same in each run, and no two choices go together.
 *
 * @template T
 * @param {readonly T[]} list
 * @param {number} number
 * @param {number} salt
 */
const pick = (list, number, salt) => list[(Math.imul(number + 1, 2_654_435_761 + salt * 40_503) >>> 8) % list.length];
