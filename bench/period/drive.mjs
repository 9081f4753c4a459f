import { setTimeout as sleep } from 'node:timers/promises';
import { testSupport } from '../support/test-support.mjs';

const { consent, dataList, delivered, period } = testSupport('answers');
const { fillPopulation } = testSupport('sheets');
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
/** @typedef {{ at: number, form: string, took: number }} Moment when, in ms since the start, somebody's form was taken, and how long after it was opened */

/**
 * Officials who do whatever comes to them, until a form has come so often.
 *
 * @param {any[]} officials
 * @param {Record<string, unknown>} answers
 * @param {() => boolean | Promise<boolean>} until
 * @param {(form: string, took: number) => void} done
 */
export const officialsWork = (officials, answers, until, done) =>
  drive(officials, { answers, until, hands: HANDS, timeout: 3 * HOURS, only: (/** @type {any} */ { formKey }) => formKey !== LAST, onDone: (/** @type {any} */ { task, took }) => done(task.formKey, took) });

/**
 * How producers deliver, one in ten of each but the first: typed into the grid and right; by the Excel template, filled in; handed back by the leader, with a
 * note, and sent again; with an error, which verification returns for correction. All come to step 14 in the end.
 *
 * @param {number} number
 * @returns {'typed' | 'template' | 'handed back' | 'with an error'}
 */
const wayOf = (number) => (/** @type {const} */ ({ 1: 'template', 4: 'handed back', 7: 'with an error' }))[number % 10] ?? 'typed';

/**
 * A list with one table of the population of Jambi for each producer; and who verifies returns what has errors.
 *
 * @param {readonly Producer[]} producers
 */
export const answersFor = (producers) => ({
  'daftar-data': dataList((/** @type {any[]} */ rows) => {
    const { datasetId: _, ...population } = rows.find(({ nama }) => /penduduk/i.test(nama));
    return producers.map(({ officeId }, number) => ({ ...population, idDdd: `SINT.${number + 1}`, nama: `Penduduk menurut jenis kelamin, berkas nomor ${number + 1} (sintetis)`, produsen: officeId }));
  }),
  verifikasi: (/** @type {any} */ { data }) => {
    const dataset = data.dataset.map((/** @type {any} */ { datasetId, nama, ringkasan }) => ({ datasetId, nama, ringkasan, ...(/kesalahan/.test(ringkasan) ? { keputusan: 'belum_lengkap', catatan: 'Perbaiki nilai negatif.' } : { keputusan: 'lengkap', alasanPeringatan: 'Sudah dikonfirmasi.' }) }));
    return { dataset, hasilVerifikasi: dataset.some((/** @type {any} */ { keputusan }) => keputusan === 'belum_lengkap') ? 'belum_lengkap' : 'lengkap' };
  },
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
 * @param {(form: string, took: number) => void} done
 */
export async function producersWork(url, producers, done) {
  const waiting = producers.map((one, number) => ({ ...one, way: wayOf(number) }));
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const [operator, leader] = [await Person.inSession(url, one.operator), await Person.inSession(url, one.leader)];
      const typed = (/** @type {any} */ { data }) => ({ dataset: data.dataset.map((/** @type {any} */ row) => delivered(row, populationRows())) });
      if (one.way === 'with an error') {
        await doOwn(operator, ({ data }) => ({ dataset: data.dataset.map((/** @type {any} */ row) => delivered(row, withError())) }), done);
        await doOwn(leader, consent['validasi-pimpinan'], done);
      }
      if (one.way === 'handed back') {
        await doOwn(operator, typed, done);
        await doOwn(leader, () => ({ hasilValidasi: 'kembalikan', catatan: 'Periksa sekali lagi.' }), done);
      }
      await doOwn(operator, one.way === 'template' ? byTemplate(operator) : typed, done);
      await doOwn(leader, consent['validasi-pimpinan'], done);
    }
  }));
}

/** One negative number. */
const withError = () => populationRows().map((/** @type {any} */ row, /** @type {number} */ index) => (index === 0 ? { ...row, luas_km2: -1 } : row));

/**
 * The template that each data set has, filled in and uploaded.
 *
 * @param {any} operator
 */
const byTemplate = (operator) => async (/** @type {any} */ task) => ({
  dataset: await Promise.all(task.data.dataset.map(async (/** @type {any} */ row) => {
    const { bytes } = await operator.send('GET', `/api/satu-data/datasets/${row.datasetId}/template.xlsx`);
    const { id: fileId } = await operator.upload('penduduk.xlsx', await fillPopulation(bytes), { caseId: task.caseId, taskId: task.id });
    return { ...delivered(row, []), tabel: { datasetId: row.datasetId, fileId } };
  })),
});

/**
 * @param {any} person
 * @param {(task: any) => object | Promise<object>} answer
 * @param {(form: string, took: number) => void} done
 */
async function doOwn(person, answer, done) {
  const { id, formKey } = await person.waitForTask(() => true, HOURS);
  const begun = performance.now();
  await person.complete(id, await answer(await person.open(id)));
  done(formKey, performance.now() - begun);
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
