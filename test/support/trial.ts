import type { Principal } from '../../src/sdk/index.js';
import { TrialsController } from '../../src/satu-data/trials/trials.controller.js';
import type { Trial } from '../../src/satu-data/trials/trials.schemas.js';
import type { SatuDataWorld } from './satu-data-world.js';

/** Asks for a trial of rules until it has ended. */
export async function finished(world: Pick<SatuDataWorld, 'app' | 'as'>, begun: Pick<Trial<unknown>, 'id'>, who: Principal): Promise<Trial<unknown>> {
  for (;;) {
    const trial = await world.as(who, () => world.app.get(TrialsController).one({ id: begun.id }));
    if (trial.state !== 'running') return trial;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
