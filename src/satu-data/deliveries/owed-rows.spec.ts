import { SelectQueryBuilder } from 'typeorm';
import { collectionWorld, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { RoomService } from '../room/room.service.js';
import { RoomsService } from '../room/rooms.service.js';

/** How often the database is asked. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(SelectQueryBuilder.prototype as unknown as { loadRawResults: () => unknown }, 'loadRawResults');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

/** What a producer's task, his page and the list of producers ask, once everything has been handed in and taken back. */
async function questions(count: number): Promise<number[]> {
  const world: CollectionWorld = await collectionWorld(count);
  try {
    await world.deliver((await world.datasets()).map((datasetId) => ({ datasetId, status: 'disampaikan', tabel: { rows: ROWS.slice(0, 2) } })));
    const request = await world.request();
    return [
      await asked(() => world.formData('penyampaian-data', PEOPLE.operator)),
      await asked(() => world.as(PEOPLE.operator, () => world.app.get(RoomService).of(request))),
      await asked(() => world.as(PEOPLE.kasi, () => world.app.get(RoomsService).page({ caseId: world.caseId, page: 1 }))),
    ];
  } finally {
    await world.close();
  }
}

it('asks the database as often for fifty data sets as for two', async () => {
  const few = await questions(2);
  expect(await questions(50)).toEqual(few);
  expect(Math.max(...few)).toBeLessThan(12);
});
