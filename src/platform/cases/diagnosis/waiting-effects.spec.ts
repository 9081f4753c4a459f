import { caseWorld, type CaseWorld } from '../../../../test/support/case-world.js';
import { CommandEntity, type CommandState } from '../entities/index.js';
import { WaitingEffects } from './waiting-effects.js';

describe('what was accepted and has had no effect', () => {
  let world: CaseWorld;
  beforeEach(async () => void (world = await caseWorld()));
  afterEach(() => world.close());

  const order = (id: string, state: CommandState, error: string | null = null) =>
    world.database.tx((db) => db.insert(CommandEntity, { id, key: id, caseId: `case-${id}`, kind: 'complete', payload: { taskId: id, variables: {} }, state, attempts: 1, refusals: 0, nextAt: world.clock.now(), leaseOwner: null, leaseUntil: null, error, createdAt: world.clock.now(), doneAt: null, correlationId: null }));

  it('is what waits or was refused for five minutes, the oldest first', async () => {
    await order('1', 'failed', 'no such task');
    await order('2', 'done');
    await order('3', 'conflict');
    await order('4', 'pending');
    world.clock.step(5 * 60_000 + 1);
    await order('5', 'pending');
    const { count, oldest } = await new WaitingEffects(world.database, world.clock).find();
    expect(count).toBe(2);
    expect(oldest).toMatchObject([{ caseId: 'case-1', state: 'refused', error: 'no such task' }, { caseId: 'case-4', kind: 'complete', state: 'waits', error: null }]);
  });
});
