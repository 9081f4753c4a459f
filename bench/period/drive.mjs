import { setTimeout as sleep } from 'node:timers/promises';
import { testSupport } from '../support/test-support.mjs';

const { consent, dataList, delivered, period } = testSupport('answers');
const { drive } = testSupport('driver');
const { Person } = testSupport('people');
const { populationRows } = testSupport('tables');

/** How many producers are at work at the same moment, and how many tasks an official does at once. */
const AT_ONCE = 8;
const HANDS = 4;
const HOURS = 3_600_000;
/** Step 14: where the drive ends. */
const LAST = 'perintah-publikasi';

/** @typedef {import('./producers.mjs').Producer} Producer */
/** @typedef {{ at: number, form: string }} Moment when, in ms since the start, somebody's form was taken */

/**
 * Officials who do whatever comes to them, until a form has come so often.
 *
 * @param {any[]} officials
 * @param {Record<string, unknown>} answers
 * @param {() => boolean | Promise<boolean>} until
 * @param {(form: string) => void} done
 */
export const officialsWork = (officials, answers, until, done) =>
  drive(officials, { answers, until, hands: HANDS, timeout: 3 * HOURS, only: (/** @type {any} */ { formKey }) => formKey !== LAST, onDone: (/** @type {any} */ { task }) => done(task.formKey) });

/**
 * A list with one table of the population of Jambi for each producer.
 *
 * @param {readonly Producer[]} producers
 */
export const listOf = (producers) => ({
  'daftar-data': dataList((/** @type {any[]} */ rows) => {
    const { datasetId: _, ...population } = rows.find(({ nama }) => /penduduk/i.test(nama));
    return producers.map(({ officeId }, number) => ({ ...population, idDdd: `SINT.${number + 1}`, nama: `Penduduk menurut jenis kelamin, berkas nomor ${number + 1} (sintetis)`, produsen: officeId }));
  }),
});

/**
 * @param {string} url
 * @param {(role: string) => import('../screens/visitor.mjs').Account} accountOf
 * @returns {Promise<any[]>}
 */
export const officialsOf = (url, accountOf) => Promise.all(['kadis', 'kabid', 'kasi', 'staf', 'bps'].map((role) => Person.signIn(url, accountOf(role))));

/**
 * @param {any} kadis
 * @param {string} title
 */
export const openPeriod = (kadis, title) => kadis.start('pengelolaan-data', period(title));

/**
 * Each producer's operator hands in, and its leader validates.
 *
 * @param {string} url
 * @param {readonly Producer[]} producers
 * @param {(form: string) => void} done
 */
export async function producersWork(url, producers, done) {
  const waiting = [...producers];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await doOwn(await Person.inSession(url, one.operator), (/** @type {any} */ { data }) => ({ dataset: data.dataset.map((/** @type {any} */ row) => delivered(row, populationRows())) }), done);
      await doOwn(await Person.inSession(url, one.leader), consent['validasi-pimpinan'], done);
    }
  }));
}

/**
 * @param {any} person
 * @param {(task: any) => object} answer
 * @param {(form: string) => void} done
 */
async function doOwn(person, answer, done) {
  const { id, formKey } = await person.waitForTask(() => true, HOURS);
  await person.complete(id, answer(await person.open(id)));
  done(formKey);
}

/**
 * Once so many tasks of step 14 wait.
 *
 * @param {any} kasi
 * @param {number} howMany
 */
export const untilDecided = (kasi, howMany) => async () => {
  await sleep(500);
  return (await kasi.tasks()).filter((/** @type {any} */ { formKey }) => formKey === LAST).length >= howMany;
};
