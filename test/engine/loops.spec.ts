import { startProduct, type Product } from '../support/app.js';
import { Stage } from '../support/stage.js';
import { cancellation } from './loops/cancellation.js';
import { corrections } from './loops/corrections.js';
import { deadlines } from './loops/deadlines.js';
import { priorityOnly } from './loops/priority-only.js';
import { nothingComplete } from './loops/nothing-complete.js';

// Each test is a stretch of a procedure with several people: generous, for machines that do other things as well.
jest.setTimeout(180_000);

/** Every way back and every end that is not the straight one, on the running product. Time only goes forward: the order counts. */
describe('Loops, deadlines and ends', () => {
  let product: Product;
  let stage: Stage;
  beforeAll(async () => {
    product = await startProduct({ demo: true });
    stage = await Stage.of(product);
  });
  afterAll(async () => {
    await stage?.close();
    await product?.stop();
  });

  cancellation(() => stage);
  nothingComplete(() => stage);
  corrections(() => stage);
  priorityOnly(() => stage);
  deadlines(() => stage);

  it('leaves nothing behind: no incident, no command that waits', async () => {
    expect(await stage.records.query('SELECT * FROM case_incidents')).toEqual([]);
    expect(await stage.records.query(`SELECT kind, state, error FROM engine_commands WHERE state <> 'done'`)).toEqual([]);
  });
});
