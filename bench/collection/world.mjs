import { setTimeout as sleep } from 'node:timers/promises';
import { addProducers } from '../period/producers.mjs';
import { officialsOf, officialsWork, openPeriod } from '../period/drive.mjs';
import { account } from '../screens/visitor.mjs';
import { launchProduct } from '../start/product.mjs';
import { testSupport } from '../support/test-support.mjs';
import { addLastYear, rowsOf } from './last-year.mjs';

const { delivered } = testSupport('answers');
const { Person } = testSupport('people');
/** How many producers are at work at the same moment. */
const AT_ONCE = 4;
/** Of each producer, this share has handed in, and waits for its leader. */
const HANDED_IN = 0.3;
const NOT_AVAILABLE = 5;

/**
 * @typedef {object} World
 * @property {string} url
 * @property {number} pid
 * @property {string} caseId
 * @property {any[]} officials
 * @property {any} operator of a producer that still owes everything
 * @property {any} leader of a producer that has handed in
 * @property {Record<string, number>} times in ms, by what was done
 * @property {() => Promise<void>} stop
 */

/**
 * A period in which all are asked and some have handed in, made by the application itself: the list is carried over, handed in, corrected, looked at by BPS; the requests are sent.
 *
 * @param {string} data an empty folder
 * @param {number} producers
 * @param {number} datasets of each
 * @returns {Promise<World>}
 */
export async function openWorld(data, producers, datasets) {
  await (await launchProduct(data)).stop();
  const added = addProducers(data, producers);
  addLastYear(data, added, datasets);
  const { url, pid, stop } = await launchProduct(data);
  try {
    const officials = await officialsOf(url, (role) => account(data, role));
    const caseId = await openPeriod(officials[0], 'Data sintetis tahun ini');
    const began = performance.now();
    /** @type {Record<string, number>} */
    const times = {};
    let last = began;
    const done = (/** @type {string} */ form) => { times[form] = performance.now() - last; last = performance.now(); };
    await officialsWork(officials, {}, async () => { await sleep(250); return (await asked(officials[2], caseId)) >= producers; }, done);
    times['sent to all'] = performance.now() - last;
    const handing = added.slice(1, 1 + Math.ceil(producers * HANDED_IN));
    times['handing in, one producer'] = await handIn(url, handing);
    return { url, pid, caseId, officials, times, stop, operator: await Person.inSession(url, added[0]?.operator ?? ''), leader: await Person.inSession(url, added[1]?.leader ?? '') };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * How many producers have their task.
 *
 * @param {any} kasi
 * @param {string} caseId
 */
async function asked(kasi, caseId) {
  const { tasks } = await kasi.get(`/api/cases/${caseId}`);
  return tasks.filter((/** @type {any} */ { elementId, state }) => elementId === 'menyampaikan-data' && state === 'open').length;
}

/**
 * The longest time that one of them waited for the answer.
 *
 * @param {string} url
 * @param {import('../period/producers.mjs').Producer[]} producers
 */
async function handIn(url, producers) {
  const waiting = [...producers];
  const times = /** @type {number[]} */ ([]);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const person = await Person.inSession(url, one.operator);
      const [task] = await person.tasks();
      const { data } = await person.open(task.id);
      const dataset = data.dataset.map((/** @type {any} */ row, /** @type {number} */ at) => (at < NOT_AVAILABLE ? { datasetId: row.datasetId, nama: row.nama, status: 'tidak_tersedia', alasan: 'Survei tahun ini belum dilakukan.' } : delivered(row, rowsOf(new Date().getFullYear(), at))));
      const began = performance.now();
      await person.complete(task.id, { dataset });
      times.push(performance.now() - began);
    }
  }));
  return Math.max(...times);
}
