import { join } from 'node:path';
import Database from 'better-sqlite3';

const DAY = 86_400_000;
export const LAST_YEAR = 'bench-last-year';
/** As wide as a real one. */
const KEYS = [
  { name: 'kode_wilayah', title: 'Wilayah', type: 'region', required: true, key: true },
  { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true },
];
const VALUES = Array.from({ length: 8 }, (_, number) => ({ name: `v${number}`, title: `Golongan ${number}`, type: 'integer', unit: 'orang', required: true, key: false }));
const DISTRICTS = 13;

/**
 * A table of a district each, as an operator types it, or as it is kept.
 *
 * @param {number} year
 * @param {number} salt
 */
export const rowsOf = (year, salt) =>
  Array.from({ length: DISTRICTS }, (_, district) => ({ kode_wilayah: `15.06.${String(district + 1).padStart(2, '0')}`, tahun: String(year), ...Object.fromEntries(VALUES.map(({ name }, at) => [name, String(1_000 + ((district * 37 + at * 11 + salt) % 500))])) }));

/**
 * Last year's period (sintetis), published and archived: so many data sets of each producer, a table each. The next list is carried over from it.
 *
 * @param {string} data the product's data folder
 * @param {readonly import('../period/producers.mjs').Producer[]} producers
 * @param {number} datasets
 */
export function addLastYear(data, producers, datasets) {
  const db = new Database(join(data, 'tertib.sqlite'));
  db.pragma('busy_timeout = 20000');
  const year = new Date().getFullYear() - 1;
  const at = new Date(Date.now() - 365 * DAY).toISOString();
  const columns = JSON.stringify([...KEYS, ...VALUES]);
  const insert = {
    period: db.prepare(`INSERT INTO satu_data_periods (id, title, year, scope, deadline, releaseDate, state, openedAt) VALUES (?, ?, ?, NULL, ?, ?, 'closed', ?)`),
    dataset: db.prepare(`INSERT INTO satu_data_datasets (id, periodId, position, officeId, officeCode, code, ddpCode, slug, title, kind, subject, riskClass, definition, unit, decimalMark, variables, rules, indicators, state, deliveryId, updatedAt) VALUES (?, ?, ?, ?, ?, ?, '-', ?, ?, 'statistik', 'variabel', 'terbuka', 'Banyaknya orang menurut golongan (sintetis)', 'orang', ',', ?, '[]', '[]', 'archived', ?, ?)`),
    delivery: db.prepare(`INSERT INTO satu_data_deliveries (id, datasetId, requestId, officeId, round, kind, status, submissionId, submittedBy, submittedByName, submittedAt, validatedAt, inTime) VALUES (?, ?, ?, ?, 0, 'data', 'accepted', 'bench', 'bench', 'Operator (sintetis)', ?, ?, 1)`),
    table: db.prepare(`INSERT INTO satu_data_delivery_tables (deliveryId, rowCount, rows, layout) VALUES (?, ?, ?, '{"source":"grid","columns":{},"rowNumbers":[],"unreadable":[],"unknown":[],"templateFits":true}')`),
  };
  db.transaction(() => {
    insert.period.run(LAST_YEAR, `Data sintetis ${year}`, year, at, at, at);
    for (const [office, { officeId }] of producers.entries()) {
      const code = `SINT${String(office).padStart(4, '0')}`;
      for (let number = 0; number < datasets; number++) {
        const id = `bench-last-${office}-${number}`;
        const rows = rowsOf(year, office + number);
        insert.dataset.run(id, LAST_YEAR, office * datasets + number, officeId, code, `${code}-${number}`, id, `Banyaknya orang menurut golongan, produsen ${office + 1}, tabel ${number + 1} (sintetis)`, columns, `${id}-v`, at);
        insert.delivery.run(`${id}-v`, id, `bench-last-${office}`, officeId, at, at);
        insert.table.run(`${id}-v`, rows.length, JSON.stringify(rows));
      }
    }
  })();
  db.close();
}
