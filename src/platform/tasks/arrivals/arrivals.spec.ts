import { caseWorld, type CaseWorld } from '../../../../test/support/case-world.js';
import { requestContext, UnderWay } from '../../kernel/index.js';
import { ArrivalsService } from './arrivals.service.js';
import { WaitingNodeEntity } from './waiting-node.entity.js';

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

  it('on another node is known too, until that node says otherwise or has ended', async () => {
    const [there, here] = [node(), node()];
    const end = there.underWay.begin(ago(10));
    await there.arrivals.tell();
    expect([await here.arrivals.through(before(20)), await here.arrivals.through(before(5))]).toEqual([true, false]);
    world.clock.step(30 * SECOND);
    await there.arrivals.tell();
    world.clock.step(59 * SECOND);
    expect(await here.arrivals.through(before(5))).toBe(false);
    world.clock.step(2 * SECOND);
    expect(await here.arrivals.through(before(5))).toBe(true);
    end();
    await there.arrivals.tell();
    expect(await world.database.read.count(WaitingNodeEntity)).toBe(0);
  });

  it('is not written down where all is answered soon, and is taken along by a node that ends', async () => {
    const { underWay, arrivals } = node();
    underWay.begin(ago(1));
    await arrivals.tell();
    expect(await world.database.read.count(WaitingNodeEntity)).toBe(0);
    underWay.begin(ago(9));
    await arrivals.tell();
    expect(await world.database.read.count(WaitingNodeEntity)).toBe(1);
    await arrivals.onModuleDestroy();
    expect(await world.database.read.count(WaitingNodeEntity)).toBe(0);
  });

  it('has the moment of its arrival, and a handler that of the day', async () => {
    const { arrivals } = node();
    const at = requestContext.run({ correlationId: 'c', language: 'id', principal: null, received: ago(7) }, () => arrivals.now());
    expect([Math.round((world.clock.now().getTime() - at.getTime()) / SECOND), arrivals.now()]).toEqual([7, world.clock.now()]);
  });
});
