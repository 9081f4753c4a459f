import { join } from 'node:path';
import { startProduct, type Product } from '../support/app.js';
import { Stage } from '../support/stage.js';
import { askProducers, datasetOf, listed, openPeriod, requestState } from './loops/procedure.js';

jest.setTimeout(600_000);

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Longer than the minute that the timer of a deadline waits in any case, and than one more question after it. */
const JAM = 85 * SECOND;
const AHEAD = 8 * SECOND;
const WORD = { data: { hasilValidasi: 'setuju', caraValidasi: 'langsung' } };

/** A leader's word that came in time, to an application that cannot write it down before the deadline is long over. */
describe('A deadline while nothing can be written', () => {
  let product: Product;
  let stage: Stage;
  beforeAll(async () => {
    product = await startProduct({ demo: true, entry: join(__dirname, 'jammed/main.mjs') });
    stage = await Stage.of(product);
  });
  afterAll(async () => {
    await stage?.close();
    await product?.stop();
  });

  it('waits for what had come before it: it is in time, and verified; the engine ends nothing meanwhile', async () => {
    const deadline = new Date(Date.now() + 10 * DAY);
    const caseId = await openPeriod(stage, 'Antrean panjang (sintetis)', { batasWaktu: deadline.toISOString() });
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: listed(/penduduk/i) });
    await askProducers(stage, caseId);
    const { id, officeId } = await datasetOf(stage, caseId, 'Penduduk');
    await stage.act(caseId, 'operator.dukcapil', 'menyampaikan-data');
    const task = await stage.task(caseId, 'memvalidasi', officeId);
    await stage.move(new Date(deadline.getTime() - AHEAD));
    const leader = await stage.who('pimpinan.dukcapil');
    await leader.open(task);

    await fetch(`${product.url}/jam?ms=${JAM}`, { method: 'POST' });
    const begun = Date.now();
    // A browser waits as long as the server does; our own client would give up before.
    const answer = await fetch(`${product.url}/api/tasks/${task}/complete`, { method: 'POST', headers: { cookie: leader.cookie, 'content-type': 'application/json', 'x-tertib': '1', origin: product.url }, body: JSON.stringify(WORD) });
    expect([answer.status, ((await answer.json()) as { notice: string | null }).notice]).toEqual([200, null]);
    expect(Date.now() - begun).toBeGreaterThan(AHEAD + 60 * SECOND);

    await stage.until('it is verified', async () => (await requestState(stage, caseId, officeId)) === 'verifying', 120 * SECOND);
    const [delivery] = await stage.records.query<{ status: string; inTime: number | boolean; validatedAt: string }>('SELECT status, "inTime", "validatedAt" FROM satu_data_deliveries WHERE "datasetId" = ?', [id]);
    expect([delivery?.status, Boolean(delivery?.inTime), (delivery?.validatedAt ?? '') < deadline.toISOString()]).toEqual(['validated', true, true]);
    expect(await stage.records.query('SELECT * FROM case_incidents')).toEqual([]);
    expect(await stage.records.query(`SELECT kind, error FROM engine_commands WHERE state = 'failed'`)).toEqual([]);
  });
});
