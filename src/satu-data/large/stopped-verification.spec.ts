import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DUKCAPIL } from '../../../test/support/collection-world.js';
import { largeTable, largeWorld, type LargeWorld } from '../../../test/support/large-world.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { RoomChecks } from '../room/room-checks.js';
import { VerificationRunEntity } from '../rules/office-rules.entity.js';
import { VerificationService } from '../verification/verification.service.js';
import { LargeTableEntity } from './large-table.entity.js';

const TASK = '01890000-0000-7000-8000-000000000009';
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tertib-verify-${process.pid}-`));

describe('the verification of a large table', () => {
  let world: LargeWorld;
  let fileId: string;
  let delivery: DeliveryEntity;
  beforeEach(async () => {
    world = await largeWorld();
    fileId = await world.upload(largeTable(150_000));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    delivery = await world.database.read.findOneByOrFail(DeliveryEntity, { datasetId: world.datasetId });
  });
  afterEach(() => world.close());

  const record = () => world.database.read.findOneByOrFail(LargeTableEntity, { fileId });
  const shown = async () => (await world.app.get(RoomChecks).of([delivery])).get(world.datasetId);
  const kept = async () => [(await world.app.get(VerificationService).found(delivery.id)).length, await world.database.read.countBy(VerificationRunEntity, {}), await world.states(), (await world.request()).state];

  it('is stopped in the middle, leaves nothing half, says who stopped it, and is run again from there', async () => {
    const [before, steps] = [await kept(), world.ledger()];
    const ended = world.work('data.verify', DUKCAPIL, TASK, steps).then(() => 'done', (error: Error) => `${error.name}: ${error.message}`);
    while ((await shown())?.stage !== 'verifying') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await shown()).toMatchObject({ state: 'running', reason: null });
    expect((await world.stop(fileId)).background).toMatchObject({ state: 'stopped', stage: 'verifying' });
    expect(await ended).toMatch(/^FatalError: The table ".+" has not been verified\. The check was stopped by operator\. Run it again from here\.$/);
    expect(await shown()).toMatchObject({ state: 'stopped', stage: 'verifying', reason: { id: 'Pemeriksaan dihentikan oleh operator.', en: 'The check was stopped by operator.' } });
    expect([await kept(), world.audit.includes('delivery.verified'), folders()]).toEqual([before, false, []]);
    await world.work('data.verify', DUKCAPIL, TASK, steps);
    expect(await kept()).toEqual([15, 1, ['in_verification'], 'verifying']);
    expect([await record(), await shown()]).toMatchObject([{ state: 'done', reason: null }, undefined]);
  });

  it('says that it is tried again where something failed on the server', async () => {
    const check = jest.spyOn(world.app.get(VerificationService), 'checked').mockRejectedValueOnce(new Error('The process ended'));
    await expect(world.work('data.verify', DUKCAPIL)).rejects.toThrow('The process ended');
    expect(await shown()).toMatchObject({ state: 'failed', stage: 'verifying', reason: { en: expect.stringContaining('is tried again by itself') } });
    check.mockRestore();
    await world.work('data.verify', DUKCAPIL);
    expect(await shown()).toBeUndefined();
  });
});
