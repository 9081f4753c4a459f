import { setTimeout as sleep } from 'node:timers/promises';
import { period } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { drive, type Done } from '../support/driver.js';
import { openMailbox, type Mailbox } from '../support/mailbox.js';
import { openRecords, type Records } from '../support/records.js';
import { diagnosis } from './diagnosis.js';
import { brokenBags, doubledMails, engineLeftovers, invariants, lostSubmissions } from './invariants.js';
import { killAtRandom, type Kill } from './killer.js';
import { randomFrom } from '../support/random.js';
import { decisions, isSilent, settle, type Town } from './town.js';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
/** The whole measure is KILLS=100 with CASES=20; ten kills of four cases are what fits into every run of the tests. */
const KILLS = number('KILLS', 10);
const CASES = number('CASES', 4);
const PRODUCERS = number('PRODUCERS', 10);
const SEED = number('SEED', Math.floor(Math.random() * 2 ** 31));
/** Seconds after which it counts as stuck. */
const LIMIT = number('KILLS_LIMIT', 300 + KILLS * 40 + CASES * PRODUCERS * 10) * 1_000;
/** Seconds that producers have. Long enough for most, in spite of the kills and of whatever else keeps the machine busy. */
const DEADLINE = number('KILLS_DEADLINE', 60 + KILLS * 4 + CASES * PRODUCERS * 1.5);
const LONGEST_GAP = 6_000;

/** Engine, app and worker are killed with -9 at random points while cases run; nothing may be lost or done twice. */
describe(`${KILLS} kills while ${CASES} cases with ${PRODUCERS} producers run (SEED=${SEED})`, () => {
  let product: Product;
  let mailbox: Mailbox;
  let records: Records;
  let town: Town;
  let kills: Kill[] = [];
  let done: Done[] = [];

  beforeAll(async () => {
    mailbox = await openMailbox();
    product = await startProduct({ demo: true, env: { SMTP_URL: mailbox.url } });
    records = await openRecords(product);
    town = await settle(product, PRODUCERS);
    const ids: string[] = [];
    for (let index = 0; index < CASES; index += 1) ids.push(await town.head.start('pengelolaan-data', period(`Periode ${index + 1}`)));

    const begun = Date.now();
    let running = true;
    const over = async () => {
      const open = await records.query(`SELECT id FROM cases WHERE state NOT IN ('ended', 'cancelled')`).catch(() => [{}]);
      return open.length === 0;
    };
    let failure: unknown;
    const killing = killAtRandom(product, KILLS, randomFrom(SEED), LONGEST_GAP, () => running).then(
      (made) => void (kills = made),
      (error: unknown) => void (failure = error ?? new Error('The killer failed')),
    );
    const cancelling = cancelOne(ids[0] as string, () => running);
    try {
      done = await drive(town.people, {
        answers: decisions(town, DEADLINE),
        only: (task) => !isSilent(town, task.officeId, task.elementId),
        until: () => failure !== undefined || over(),
        timeout: LIMIT,
        patient: true,
        hands: 3,
      });
    } catch (error) {
      throw new Error(await diagnosis(product, records), { cause: error });
    } finally {
      running = false;
      await killing;
      await cancelling;
    }
    if (failure) throw failure;
    console.info(summary((Date.now() - begun) / 1_000));
    await settled();
  }, LIMIT + 240_000);

  afterAll(async () => {
    await records?.close();
    await product?.stop();
    await mailbox?.close();
  }, 60_000);

  /** One case is cancelled while its producers deliver. */
  async function cancelOne(id: string, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const sent = await records.query(`SELECT id FROM satu_data_deliveries WHERE "requestId" IN (SELECT id FROM satu_data_requests WHERE "periodId" = ?)`, [id]).catch(() => []);
      const answer = sent.length > 2 ? await town.head.send('POST', `/api/cases/${id}/cancel`, { reason: 'Dibatalkan untuk uji coba.' }).catch(() => null) : null;
      if (answer && (answer.status === 204 || answer.status === 409)) return;
      await sleep(300);
    }
  }

  /** Mails and the audit seal follow a moment after the last step. */
  async function settled(): Promise<void> {
    await product.ready();
    await sleep(3_000);
  }

  function summary(seconds: number): string {
    const count = (victim: string) => kills.filter((kill) => kill.victim === victim).length;
    const back = kills.map((kill) => kill.back).sort((a, b) => a - b);
    return `SEED=${SEED}: ${kills.length} kills (app ${count('app')}, worker ${count('worker')}, engine ${count('engine')}), ${CASES} cases × ${PRODUCERS} producers, ${done.length} tasks by people in ${seconds.toFixed(0)} s; back after ${back[Math.floor(back.length / 2)]?.toFixed(1)} s (median), ${back.at(-1)?.toFixed(1)} s (longest)`;
  }

  it('was struck as often as asked while it worked', () => {
    expect(kills).toHaveLength(KILLS);
  });

  it.each(Object.entries(invariants))('%s', async (_name, breaks) => {
    expect(await breaks(records)).toEqual([]);
  });

  it('every submission that a person was told is accepted is stored', async () => {
    expect(done.length).toBeGreaterThan(CASES * 10);
    expect(await lostSubmissions(records, done)).toEqual([]);
  });

  it('a mail came twice only under the same Message-ID, and each came from a stored one', async () => {
    expect(doubledMails(mailbox.received)).toEqual([]);
    const known = new Set((await records.query<{ messageId: string }>('SELECT "messageId" FROM mails')).map(({ messageId }) => messageId.replace(/[<>]/g, '')));
    expect(mailbox.received.filter(({ messageId }) => !known.has(messageId.replace(/[<>]/g, '')))).toEqual([]);
  });

  it('every bag is valid', async () => {
    expect(await brokenBags(records, town.head)).toEqual([]);
  });

  it('the engine has nothing left to do', async () => {
    expect(await engineLeftovers(product)).toEqual([]);
  });

  it('had all outcomes among its requests, and at least one publication for each case that was not cancelled', async () => {
    const states = (await records.query<{ state: string }>('SELECT DISTINCT state FROM satu_data_requests')).map(({ state }) => state).sort();
    expect(states).toEqual(expect.arrayContaining(['cancelled', 'complete', 'late', 'not_available']));
    const published = await records.query('SELECT DISTINCT "periodId" FROM satu_data_publications');
    expect(published).toHaveLength(CASES - 1);
  });
});
