import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { UsersRepository } from '../../identity/index.js';
import { entities, migrations } from '../index.js';
import { ReleaseResourceEntity } from '../release-resource.entity.js';
import { ReleaseEntity } from '../release.entity.js';
import { sha256 } from '../resource.js';
import { CheckSurroundings } from './surroundings.service.js';

describe('what a release is checked against', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await withDatabase({ entities, migrations });
    for (const version of [1, 2, 3]) {
      await db.database.tx(async (tx) => {
        await tx.insert(ReleaseEntity, { id: `r${version}`, version, state: version === 3 ? 'live' : 'retired', origin: 'edited', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
        await tx.insert(ReleaseResourceEntity, { releaseId: `r${version}`, path: 'forms/uji.json', kind: 'form', key: 'uji', content: `{"v":${version}}`, sha256: sha256('') });
      });
    }
  });
  afterEach(() => db.close());

  it('is the newest release, and those with running cases, as long as they run', async () => {
    let running = ['r1'];
    const around = new CheckSurroundings(db.database, { ids: () => Promise.resolve(running) }, { all: () => Promise.resolve([{ username: 'budi', name: 'Budi', active: true, roles: ['kasi'] }]) } as unknown as UsersRepository, { all: [] });
    expect([...((await around.now()).people ?? [])]).toEqual([['budi', expect.objectContaining({ name: 'Budi', roles: ['kasi'] })]]);
    const contents = async () => {
      const { before, running: releases } = await around.now();
      return { before: before.map(({ content }) => content), running: releases.map(({ version, resources }) => [version, resources[0]?.content]) };
    };
    expect(await contents()).toEqual({ before: ['{"v":3}'], running: [[1, '{"v":1}']] });
    running = ['r2'];
    expect((await contents()).running).toEqual([[2, '{"v":2}']]);
  });
});
