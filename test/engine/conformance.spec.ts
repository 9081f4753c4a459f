import { startTestEngine, type TestEngine } from '../support/engine.js';
import { deployments } from './conformance/deployments.js';
import { durability } from './conformance/durability.js';
import { externalTasks } from './conformance/external-tasks.js';
import { flow } from './conformance/flow.js';
import { history } from './conformance/history.js';
import { timers } from './conformance/timers.js';
import { userTasks } from './conformance/user-tasks.js';
import { variables } from './conformance/variables.js';

/** The first run on a machine also builds the engine. */
const FIRST_START = 300_000;

describe('An engine under Tertib', () => {
  let running: TestEngine | undefined;
  const engine = (): TestEngine => {
    if (!running) throw new Error('The engine did not start');
    return running;
  };

  beforeAll(async () => {
    running = await startTestEngine();
  }, FIRST_START);
  afterAll(() => running?.stop(), 60_000);

  deployments(engine);
  userTasks(engine);
  externalTasks(engine);
  variables(engine);
  timers(engine);
  flow(engine);
  history(engine);
  durability(engine);
});
