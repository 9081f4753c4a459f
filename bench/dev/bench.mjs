import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, median } from '../support/statistics.mjs';
import { createApplication, runDev } from './application.mjs';

/** Milliseconds from a saved file to an application that answers again. */
const LIMIT = 2_000;

/** @returns {Promise<boolean>} whether `tertib dev` has a changed application running again quickly enough */
export async function benchDev() {
  const rounds = count('BENCH_ROUNDS', 6);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-dev-'));
  console.log(`\nA change under tertib dev, in an application as tertib create makes it, ${rounds} rounds and one before that does not count`);
  const application = createApplication(folder);
  const dev = await runDev(application);
  try {
    const file = join(application, 'src/handlers.ts');
    const source = readFileSync(file, 'utf8');
    /** @type {{ compiled: number, started: number }[]} */
    const results = [];
    for (let round = 0; round <= rounds; round++) {
      const times = await dev.after(() => writeFileSync(file, `${source}\nexport const changed = ${round};\n`));
      console.log(`  ${round === 0 ? 'before' : `round ${round}`}: compiled after ${Math.round(times.compiled)} ms, answers after ${Math.round(times.started)} ms`);
      if (round > 0) results.push(times);
    }
    const started = median(results.map((one) => one.started));
    const met = started <= LIMIT;
    console.log(`${met ? '✓' : '✗'} from the saved file to the running application: median ${Math.round(started)} ms, at most ${LIMIT}; of it until it is compiled ${Math.round(median(results.map((one) => one.compiled)))} ms`);
    return met;
  } finally {
    await dev.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
