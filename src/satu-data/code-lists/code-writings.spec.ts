import { setImmediate as turn } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { CodeBook } from './code-book.service.js';
import { CodeEdits } from './code-edit.service.js';
import { CodeListController } from './code-list.controller.js';
import { CodeChangeEntity, CodeVersionEntity, CodeWritingEntity } from './code-list.entities.js';
import type { PlannedCode } from './code-plan.js';
import { planCodes } from './code-plan.js';
import { CodeVersions } from './code-versions.service.js';
import { CodeWritings } from './code-writings.service.js';

const MANY = 1_300;
const codes = (from = 0) => Array.from({ length: MANY }, (_, index) => ({ row: index, values: { code: `k${from + index}`, titleId: `Kode ${from + index}` } }));

describe('a version that is written a part at a time', () => {
  let world: SatuDataWorld;
  let writings: CodeWritings;
  beforeEach(async () => {
    world = await satuDataWorld();
    writings = world.app.get(CodeWritings);
    await world.as(PEOPLE.staf, () => world.app.get(CodeEdits).create({ title: 'Daftar panjang' }));
  });
  afterEach(() => world.close());

  const table = async () => {
    const found = await world.app.get(CodeBook).table('daftar-panjang');
    if (!found) throw new Error('no list');
    return found;
  };
  const planned = async (from = 0) => planCodes(await table(), codes(from));
  const apply = async (from = 0) => world.app.get(CodeVersions).apply(await table(), await planned(from), { note: '' });
  const kept = async () => Promise.all([CodeChangeEntity, CodeVersionEntity, CodeWritingEntity].map((entity) => world.database.read.count(entity)));

  it('lets others write meanwhile, shows how far it is, and is seen when it is whole', async () => {
    const seen = new Set<number>();
    const told: (number | undefined)[] = [];
    const state = { done: false, others: 0 };
    const applying = world.as(PEOPLE.staf, async () => apply().finally(() => (state.done = true)));
    while (!state.done) {
      // As requests come: each in a turn of its own.
      await turn();
      await world.database.tx((db) => db.insert(PeriodEntity, { id: uuidv7(), title: 'Lain', year: 2026, deadline: new Date(), releaseDate: new Date(), state: 'open', openedAt: new Date() }));
      state.others += 1;
      seen.add((await table()).codes.length);
      told.push((await world.app.get(CodeListController).writing('daftar-panjang')).writing?.written);
    }
    expect(await applying).toBe(1);
    seen.add((await table()).codes.length);
    expect([...seen]).toEqual([0, MANY]);
    expect(state.others).toBeGreaterThan(2);
    expect(told.some((written) => written !== undefined && written > 0 && written < MANY)).toBe(true);
    expect(await kept()).toEqual([MANY, 1, 0]);
    expect((await world.app.get(CodeListController).writing('daftar-panjang')).writing).toBeNull();
    expect((await table()).codes.map(({ code }) => code)).toEqual(codes().map(({ values }) => values.code));
  });

  it('is one of two that were made of the same version; nothing of the other stays', async () => {
    const both = await world.as(PEOPLE.staf, async () => Promise.allSettled([apply(), apply(5_000)]));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'code-list-changed' } });
    expect(await kept()).toEqual([MANY, 1, 0]);
    expect((await table()).codes).toHaveLength(MANY);
  });

  it('whose writer died is nobody’s, and is swept at the next start', async () => {
    const { changes } = await planned();
    await writings.write('daftar-panjang', uuidv7(), changes);
    expect([(await table()).codes.length, ...(await kept())]).toEqual([0, MANY, 0, 1]);
    expect(await writings.progress('daftar-panjang')).toEqual({ total: MANY, written: MANY });
    world.state.now = new Date(world.state.now.getTime() + 6_000);
    expect(await writings.progress('daftar-panjang')).toBeNull();
    await writings.sweep();
    // Perhaps it is only slow.
    expect(await kept()).toEqual([MANY, 0, 1]);
    world.state.now = new Date(world.state.now.getTime() + 61_000);
    await writings.onApplicationBootstrap();
    await until(async () => (await world.database.read.count(CodeWritingEntity)) === 0);
    expect(await kept()).toEqual([0, 0, 0]);
    expect(await world.as(PEOPLE.staf, () => apply())).toBe(1);
  });

  it('that was given up while it was written is refused, however late its writer comes', async () => {
    const { changes } = await planned();
    const id = uuidv7();
    await writings.write('daftar-panjang', id, changes);
    await writings.giveUp(id);
    await expect(world.database.tx((db) => writings.end(db, id, changes.length))).rejects.toMatchObject({ code: 'code-list-writing-lost' });
    const slow = uuidv7();
    const tx = world.database.tx.bind(world.database);
    let parts = 0;
    const spy = jest.spyOn(world.database, 'tx').mockImplementation(async (work) => {
      parts += 1;
      if (parts === 3) {
        spy.mockRestore();
        await writings.giveUp(slow);
      }
      return tx(work);
    });
    await expect(writings.write('daftar-panjang', slow, changes)).rejects.toMatchObject({ code: 'code-list-writing-lost' });
    expect(await kept()).toEqual([0, 0, 0]);
  });

  it('that cannot be written leaves nothing, and the list as it was', async () => {
    const { changes } = await planned();
    const twice: PlannedCode[] = [...changes, changes[0] as PlannedCode];
    await expect(world.as(PEOPLE.staf, async () => world.app.get(CodeVersions).apply(await table(), { ...(await planned()), changes: twice }, { note: '' }))).rejects.toThrow(/UNIQUE|duplicate/);
    expect(await kept()).toEqual([0, 0, 0]);
    expect((await table()).facts.version).toBe(0);
  });
});

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come');
}
