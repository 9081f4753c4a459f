import type { Request } from 'express';
import { Clock, Offices, type LinkableTask, type TaskLinks, type TaskLinkView } from 'tertib';
import { collectionWorld, DEADLINE, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { PublicAddress } from '../portal/public-address.js';
import { RequestEntity } from '../requests/request.entity.js';
import { LeaderLinksController } from './leader-links.controller.js';

const HOUR = 3_600_000;
const later = (hours: number) => new Date(DEADLINE.getTime() + hours * HOUR);

describe('a link for a leader', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld();
  });
  afterEach(() => world.close());

  /** Made three hours before the deadline, for three days. */
  const link: TaskLinkView = { id: 'l', taskId: 't', name: 'Sari', title: 'Kepala Dinas', sentByName: 'operator', createdAt: later(-3), expiresAt: later(69), state: 'open' };
  const controller = (state: TaskLinkView['state'] = 'open') => {
    const task: LinkableTask = { taskId: 't', caseId: world.caseId, caseTitle: 'Data 2026', officeId: 'o-dukcapil', link: { ...link, state } };
    const links = { waiting: async () => [task], issue: async () => ({ ...link, token: 'x', pin: '123456' }) } as unknown as TaskLinks;
    return new LeaderLinksController(links, world.app.get(Offices), world.database, world.app.get(PublicAddress), world.app.get(Clock));
  };
  const seen = async (state?: TaskLinkView['state']) => (await world.as(PEOPLE.operator, () => controller(state).waiting({ page: 1 }))).items[0]?.link;
  const extend = (deadline: Date) => world.database.tx((db) => db.update(RequestEntity, { officeId: 'o-dukcapil' }, { deadline }));

  it('is said to be valid until the deadline where that comes first, to whoever makes it and in the list', async () => {
    world.state.now = later(-3);
    const request = { protocol: 'https', get: () => 'data.example.test', headers: {} } as unknown as Request;
    const issued = await world.as(PEOPLE.operator, () => controller().issue({ taskId: 't', name: 'Sari', title: 'Kepala Dinas' }, request));
    expect([issued.expiresAt, issued.state]).toEqual([DEADLINE.toISOString(), 'open']);
    expect(await seen()).toMatchObject({ expiresAt: DEADLINE.toISOString(), state: 'open' });
    world.state.now = DEADLINE;
    expect([(await seen())?.state, (await seen('used'))?.state]).toEqual(['expired', 'used']);
  });

  it('has its own end again once the deadline is put off', async () => {
    world.state.now = later(1);
    await extend(later(30));
    expect(await seen()).toMatchObject({ expiresAt: later(30).toISOString(), state: 'open' });
    await extend(later(300));
    expect(await seen()).toMatchObject({ expiresAt: later(69).toISOString(), state: 'open' });
  });
});
