import { Not } from 'typeorm';
import { caseWorld, type CaseWorld } from '../../../../test/support/case-world.js';
import { requestContext, UnderWay } from '../../kernel/index.js';
import { ArrivalsService } from './arrivals.service.js';
import { NodeWordEntity } from './node-word.entity.js';

const SECOND = 1_000;

describe('What came and is not through', () => {
  let world: CaseWorld;
  beforeEach(async () => {
    world = await caseWorld();
  });
  afterEach(() => world.close());

  const node = () => {
    const underWay = new UnderWay();
    return { underWay, arrivals: new ArrivalsService(world.database, world.clock, underWay) };
  };
  const ago = (seconds: number) => performance.now() - seconds * SECOND;
  const before = (seconds: number) => new Date(world.clock.now().getTime() - seconds * SECOND);

  it('is what came before the moment, until it is answered', async () => {
    const { underWay, arrivals } = node();
    const end = underWay.begin(ago(10));
    expect([await arrivals.through(before(20)), await arrivals.through(before(5))]).toEqual([true, false]);
    end();
    expect(await arrivals.through(before(5))).toBe(true);
  });

  it('is counted while it is written, also where that fails', async () => {
    const { underWay, arrivals } = node();
    await underWay.during(ago(10), async () => expect(await arrivals.through(before(5))).toBe(false));
    await underWay.during(undefined, async () => expect(underWay.oldest()).toBeNull());
    await expect(underWay.during(ago(10), () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('full');
    expect(await arrivals.through(before(5))).toBe(true);
  });

  it('on another node is what that node has not said to be through, until it says so or has ended', async () => {
    const [there, here] = [node(), node()];
    const end = there.underWay.begin(ago(10));
    await there.arrivals.say();
    expect([await here.arrivals.through(before(20)), await here.arrivals.through(before(5))]).toEqual([true, false]);
    world.clock.step(30 * SECOND);
    await there.arrivals.say();
    world.clock.step(59 * SECOND);
    expect(await here.arrivals.through(before(60))).toBe(false);
    end();
    // That nothing waits there is not known before it says so.
    expect(await here.arrivals.through(before(60))).toBe(false);
    await there.arrivals.say();
    expect(await here.arrivals.through(before(0))).toBe(true);
    there.underWay.begin(ago(0));
    world.clock.step(30 * SECOND);
    expect(await here.arrivals.through(before(20))).toBe(false);
    world.clock.step(31 * SECOND);
    expect(await here.arrivals.through(before(20))).toBe(true);
  });

  it('is told to others from the start on, and taken along by a node that ends, on PostgreSQL', async () => {
    const { arrivals } = node();
    await world.database.tx((db) => db.insert(NodeWordEntity, { node: 'killed', throughTo: before(70), saidAt: before(61) }));
    await arrivals.onApplicationBootstrap();
    const words = await world.database.read.find(NodeWordEntity);
    expect(words.map(({ node: name, throughTo }) => (name === 'killed' ? name : throughTo))).toEqual(world.database.severalNodes ? [world.clock.now()] : ['killed']);
    await arrivals.onApplicationShutdown();
    expect(await world.database.read.countBy(NodeWordEntity, { node: Not('killed') })).toBe(0);
  });

  it('is told while every connection waits for something, with the time at which it is', async () => {
    if (!world.database.severalNodes) return;
    const [there, here] = [node(), node()];
    await there.arrivals.say();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const senders = Array.from({ length: 25 }, () => world.database.tx(() => held));
    world.clock.step(70 * SECOND);
    there.underWay.begin(ago(65));
    await there.arrivals.say();
    letGo();
    await Promise.all(senders);
    expect(await here.arrivals.through(before(60))).toBe(false);
    expect(await world.database.read.find(NodeWordEntity)).toMatchObject([{ saidAt: world.clock.now() }]);
  });

  it('has the moment of its arrival, and a handler that of the day', async () => {
    const { arrivals } = node();
    const at = requestContext.run({ correlationId: 'c', language: 'id', principal: null, received: ago(7) }, () => arrivals.now());
    expect([Math.round((world.clock.now().getTime() - at.getTime()) / SECOND), arrivals.now()]).toEqual([7, world.clock.now()]);
  });
});
