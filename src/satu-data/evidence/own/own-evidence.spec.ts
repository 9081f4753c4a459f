import { buffer } from 'node:stream/consumers';
import { v7 as uuidv7 } from 'uuid';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../../test/support/satu-data-world.js';
import { PeriodEntity } from '../../periods/period.entity.js';
import { EvidenceService } from '../evidence.service.js';
import { OwnEvidenceController } from './own-evidence.controller.js';
import { OwnEvidenceEntity } from './own-evidence.entity.js';

describe('evidence that the office attaches itself', () => {
  let world: SatuDataWorld;
  beforeEach(async () => {
    world = await satuDataWorld();
    world.state.asker = PEOPLE.staf;
    await period(world.caseId, 2026);
    await period('p-second', 2026);
    await period('p-before', 2025);
  });
  afterEach(() => world.close());

  const period = (id: string, year: number) => world.database.tx((db) => db.insert(PeriodEntity, { id, title: id, year, scope: null, deadline: new Date('2026-03-20T00:00:00Z'), releaseDate: new Date('2026-03-30T00:00:00Z'), state: 'collecting', openedAt: new Date('2026-03-01T00:00:00Z') }));
  const routes = () => world.app.get(OwnEvidenceController);
  const upload = async (text: string, name = 'sertifikat.pdf') => (await world.put({ name, type: 'application/pdf', content: Buffer.from(text), officeId: PEOPLE.staf.officeId as never })).id;
  const add = async (text: string, title = 'Sertifikat pelatihan', indicator = '40201', scope = world.caseId) => routes().add(scope, indicator, { fileId: await upload(text), title });
  const own = async (scope: string, code: string) => (await world.app.get(EvidenceService).of(scope)).domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators)).find((one) => one.code === code)?.own;

  it('is of an indicator and a year: with title, hash, who and when', async () => {
    const row = await add('isi');
    expect(row).toMatchObject({ title: 'Sertifikat pelatihan', fileName: 'sertifikat.pdf', sha256: expect.stringMatching(/^[\da-f]{64}$/), by: PEOPLE.staf.name, at: world.state.now.toISOString() });
    expect([await own(world.caseId, '40201'), await own('p-second', '40201'), await own('2026', '40201'), await own('p-before', '40201'), await own(world.caseId, '40202')]).toEqual([1, 1, 1, 0, 0]);
    expect(await routes().list('2026', '40201')).toEqual([row]);
    expect((await buffer((await routes().file(world.caseId, '40201', row.id)).getStream())).toString()).toBe('isi');
    expect(world.audit).toContain('evidence.added');
  });

  it('is taken out with a trail, and once', async () => {
    const { id } = await add('isi');
    await routes().remove(world.caseId, '40201', id);
    expect([await own(world.caseId, '40201'), await routes().list(world.caseId, '40201')]).toEqual([0, []]);
    expect(await world.database.read.findOneByOrFail(OwnEvidenceEntity, { id })).toMatchObject({ removedBy: PEOPLE.staf.name, removedAt: world.state.now, title: 'Sertifikat pelatihan' });
    expect(world.audit).toContain('evidence.removed');
    for (const gone of [routes().remove(world.caseId, '40201', id), routes().file(world.caseId, '40201', id)]) await expect(gone).rejects.toMatchObject({ code: 'not-found' });
    // The same file may come back.
    expect(await add('isi')).toMatchObject({ title: 'Sertifikat pelatihan' });
  });

  it('refuses what is there already, what is too much, and what leads nowhere', async () => {
    const { id } = await add('isi');
    await expect(add('isi', 'Lagi')).rejects.toMatchObject({ message: expect.stringContaining('Sertifikat pelatihan') });
    for (const [scope, indicator] of [[world.caseId, '99999'], ['p-none', '40201'], ['1999', '40201']] as const) await expect(routes().list(scope, indicator)).rejects.toMatchObject({ code: 'not-found' });
    // Of another indicator or year it is not this one's.
    for (const [scope, indicator] of [[world.caseId, '40202'], ['p-before', '40201']] as const) await expect(routes().file(scope, indicator, id)).rejects.toMatchObject({ code: 'not-found' });
    await world.database.tx((db) => db.insert(OwnEvidenceEntity, Array.from({ length: 49 }, (_, index) => ({ id: uuidv7(), year: 2026, indicator: '40201', title: `B${index}`, fileId: 'f', fileName: 'f', sha256: `${index}`, userId: 'u', userName: 'U', at: world.state.now, removedAt: null, removedBy: null }))));
    await expect(add('satu lagi')).rejects.toMatchObject({ message: expect.stringContaining('50') });
  });

  it('is nothing for a producer, whatever its role has been granted', async () => {
    const { id } = await add('isi');
    const calls: readonly (() => Promise<unknown>)[] = [() => routes().list(world.caseId, '40201'), () => routes().file(world.caseId, '40201', id), () => routes().remove(world.caseId, '40201', id), () => routes().add(world.caseId, '40201', { fileId: 'f', title: 'Punya orang' })];
    for (const call of calls) await expect(world.as(PEOPLE.operator, call)).rejects.toMatchObject({ code: 'not-found' });
    world.state.asker = PEOPLE.staf;
    expect(await own(world.caseId, '40201')).toBe(1);
  });
});
