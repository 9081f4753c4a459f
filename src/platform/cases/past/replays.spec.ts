import { catalogueWith } from '../../../../test/support/catalogue.js';
import { diagramOf, END, flows, formOf, gateway, modelOf, pastCase, START, tick, userTask } from '../../../../test/support/paper.js';
import { storePast } from '../../../../test/support/past-rows.js';
import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import * as releases from '../../releases/index.js';
import { DraftEntity } from '../../releases/draft.entity.js';
import { ReleaseResourceEntity } from '../../releases/release-resource.entity.js';
import { ReleaseEntity } from '../../releases/release.entity.js';
import { Replays } from '../../releases/replay/replays.service.js';
import type { ReplayPart } from '../../releases/replay/replays.schemas.js';
import { sha256, type Resource } from '../../releases/resource.js';
import { CaseEntity } from '../entities/index.js';
import { entities, migrations } from '../tables.js';
import { PastCasesRecord } from './past-cases.js';

const procedure = (condition: string): Resource =>
  diagramOf('uji', START + userTask('periksa', 'periksa') + gateway('sesuai', 'default="sesuai-selesai"') + userTask('perbaiki', 'perbaiki') + END + flows(['mulai', 'periksa'], ['periksa', 'sesuai'], ['sesuai', 'selesai'], ['sesuai', 'perbaiki', condition], ['perbaiki', 'selesai']));
const FORMS = [formOf('periksa', 'hasil'), formOf('perbaiki', 'catatan')];
const RELEASE = [procedure("hasil == 'kurang'"), ...FORMS];

describe('finished cases in the record', () => {
  let db: TestDatabase;
  let replays: Replays;
  const draft = ({ path, kind, key, content }: Resource) => db.database.tx((tx) => tx.upsert(DraftEntity, { path, kind, key, content, version: 1, updatedAt: new Date(), updatedBy: null, updatedByName: null } as never, ['path']));
  const all = async (): Promise<ReplayPart[]> => {
    const parts = [await replays.part(null)];
    for (let next = parts[0]?.next ?? null; next; next = parts.at(-1)?.next ?? null) parts.push(await replays.part(next));
    return parts;
  };
  const grouped = (parts: readonly ReplayPart[]) => parts.flatMap(({ groups }) => groups.map(({ outcome, words, count }) => [outcome, count, words.en]));

  beforeAll(async () => {
    db = await withDatabase({ entities: [...releases.entities, ...entities], migrations: [...releases.migrations, ...migrations] });
    const model = await modelOf(...RELEASE);
    const told = (hasil: string) => pastCase(model, { start: { hasil: null }, steps: ['mulai', { id: 'periksa', answer: { hasil } }, 'sesuai', ...(hasil === 'kurang' ? [{ id: 'perbaiki', answer: { catatan: 'x' } }] : []), 'selesai'], variables: { hasil }, changedBetween: ['batas'] });
    await db.database.tx(async (tx) => {
      await tx.insert(ReleaseEntity, { id: 'r1', version: 1, state: 'live', origin: 'edited', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
      for (const { path, kind, key, content } of RELEASE) await tx.insert(ReleaseResourceEntity, { releaseId: 'r1', path, kind, key, content, sha256: sha256(content) });
      for (let index = 0; index < 120; index++) await storePast(tx, told(index % 40 === 0 ? 'kurang' : index % 2 === 0 ? 'cukup' : 'baik'), new Date(tick(index)), `k${index}`);
      const running = await tx.findOneByOrFail(CaseEntity, { id: 'k0' });
      await tx.insert(CaseEntity, { ...running, id: 'jalan', state: 'running', endedAt: null });
    });
    replays = new Replays(db.database, new PastCasesRecord(db.database), catalogueWith({}));
  });
  afterAll(() => db.close());
  afterEach(() => db.database.tx((tx) => tx.clear(DraftEntity)));

  it('come back as they went', async () => {
    const { total, until, cases } = await new PastCasesRecord(db.database).page(0, 2, null);
    expect([total, until, cases.map(({ id }) => id)]).toEqual([120, tick(119), ['k119', 'k118']]);
    const [past] = cases;
    expect(past?.instances.get('k119/akar')?.passages.map(({ elementId, canceled, startedAt }) => [elementId, canceled, startedAt])).toEqual([['mulai', false, tick(0)], ['periksa', false, tick(10)], ['sesuai', false, tick(20)], ['selesai', false, tick(30)]]);
    expect(past?.answers.get('k119/akar/1')).toEqual({ formKey: 'periksa', data: { hasil: 'baik' }, variables: { hasil: 'baik' } });
    expect(past?.start.variables).toEqual({ hasil: null });
    expect([...(past?.changedBetween ?? [])]).toEqual(['batas']);
    expect((await new PastCasesRecord(db.database).page(0, 5, tick(3))).cases.map(({ id }) => id)).toEqual(['k3', 'k2', 'k1', 'k0']);
  });

  it('take the same way through what nobody has changed', async () => {
    const parts = await all();
    expect(parts.map(({ total, done, older }) => [total, done, older])).toEqual([[120, 100, 0], [120, 120, 0]]);
    expect(grouped(parts)).toEqual([['same', 100, 'Take the same way'], ['same', 20, 'Take the same way']]);
    expect(parts[0]?.ways).toContainEqual({ processKey: 'uji', elementId: 'periksa', count: 100 });
  });

  it('are counted by where a draft would have led them, worst first, with examples', async () => {
    await draft(procedure("hasil == 'cukup'"));
    await draft(formOf('periksa', 'hasil', 'catatan!'));
    const [first] = await all();
    expect(first?.groups.map(({ outcome, count, words }) => [outcome, count, words.id])).toEqual([['unfilled', 100, 'Memerlukan “Isian catatan” di “PERIKSA”, yang tidak pernah diisi']]);
    await draft(formOf('periksa', 'hasil'));
    const [again, rest] = await all();
    expect(grouped([again as ReplayPart])).toEqual([['other', 48, 'At “sesuai?” would go on to “PERBAIKI”, then it was “Selesai”'], ['other', 2, 'At “sesuai?” would go on to “Selesai”, then it was “PERBAIKI”'], ['same', 50, 'Take the same way']]);
    expect(rest?.groups.map(({ count }) => count)).toEqual([9, 1, 10]);
    expect(again?.groups[0]).toMatchObject({ processKey: 'uji', elementId: 'sesuai', flowId: 'sesuai-perbaiki', examples: [{ id: 'k118', title: 'Kasus k118' }, { id: 'k116' }, { id: 'k114' }, { id: 'k112' }, { id: 'k110' }] });
  });

  it('are not mixed from two states of the drafts, nor with what ends meanwhile', async () => {
    const { next } = await replays.part(null);
    await draft(procedure("hasil == 'cukup'"));
    await expect(replays.part(next)).rejects.toMatchObject({ code: 'drafts-changed', status: 409 });
    const begun = await replays.part(null);
    await db.database.tx((tx) => tx.update(CaseEntity, { id: 'jalan' }, { state: 'ended', endedAt: new Date(tick(500)) }));
    expect(await replays.part(begun.next)).toMatchObject({ total: 120, done: 120, next: null });
    expect((await replays.part(null)).total).toBe(121);
  });

  it('are none before the first has ended', async () => {
    await db.database.tx((tx) => tx.clear(CaseEntity));
    expect(await replays.part(null)).toEqual({ total: 0, done: 0, older: 0, next: null, groups: [], ways: [] });
  });
});
