import { join } from 'node:path';
import Database from 'better-sqlite3';
import { answersFor, officialsOf, officialsWork, openPeriod } from '../period/drive.mjs';
import { testSupport } from '../support/test-support.mjs';
import { described } from '../verify/table.mjs';

const { Person } = testSupport('people');

/**
 * A period in which a producer is asked for one table, of the columns of the large one: his open task, and what is asked.
 *
 * @param {string} url
 * @param {string} data
 * @param {import('../period/producers.mjs').Producer} producer
 * @param {(role: string) => import('../screens/visitor.mjs').Account} accountOf
 * @param {readonly string[]} regions
 */
export async function askedFor(url, data, producer, accountOf, regions) {
  const officials = await officialsOf(url, accountOf);
  await openPeriod(officials[0], 'Data sintetis, tabel besar');
  const operator = await Person.inSession(url, producer.operator);
  await officialsWork(officials, answersFor([producer]), async () => (await operator.tasks()).length > 0, () => undefined);
  const [task] = await operator.tasks();
  const { variables, rules } = described(regions);
  const db = new Database(join(data, 'tertib.sqlite'));
  db.pragma('busy_timeout = 20000');
  db.prepare(`UPDATE satu_data_datasets SET variables = ?, rules = ?, indicators = '[]', decimalMark = ',' WHERE officeId = ?`).run(JSON.stringify(variables), JSON.stringify(rules), producer.officeId);
  const dataset = /** @type {{ id: string, title: string }} */ (db.prepare('SELECT id, title FROM satu_data_datasets WHERE officeId = ?').get(producer.officeId));
  db.close();
  return { operator, task, dataset };
}
