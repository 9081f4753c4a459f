import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { GetEngine } from './engine-under-test.js';
import { deployed, diagram } from './fixtures.js';

export const deployments = (engine: GetEngine): void =>
  describe('deployments', () => {
    it('give every resource back byte for byte, under its own name', async () => {
      const { repository } = engine().client;
      const files = [
        diagram('user-task'),
        { name: 'forms/permintaan data – ü.json', content: '{"judul":"Tanjung Jabung Barat – ≥ 60,78"}' },
        { name: 'letters/logo.png', content: Uint8Array.from({ length: 512 }, (_, index) => index % 256) },
      ];
      const { id } = await repository.deploy({ name: randomUUID(), files });
      const resources = await repository.resources(id);
      expect(resources.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
      for (const { name, content } of files) {
        const resource = resources.find((candidate) => candidate.name === name);
        const data = await repository.resourceData(id, resource?.id ?? '');
        expect(data.equals(Buffer.from(content))).toBe(true);
      }
    });

    it('are found again by name', async () => {
      const { repository } = engine().client;
      const name = randomUUID();
      const { id, definitions } = await repository.deploy({ name, files: [diagram('user-task')] });
      expect((await repository.deployments({ name })).map((deployment) => deployment.id)).toEqual([id]);
      expect((await repository.definitions({ deploymentId: id })).map((definition) => definition.id)).toEqual([definitions[0]?.id]);
    });

    it.each([
      ['invalid', { status: 400, type: 'ParseException' }],
      ['script', { message: expect.stringContaining('Code is not allowed in a model: scriptTask') }],
    ])('leave nothing behind when one diagram is refused: %s', async (bad, refusal) => {
      const { repository } = engine().client;
      const name = randomUUID();
      await expect(repository.deploy({ name, files: [diagram('user-task'), diagram(bad)] })).rejects.toMatchObject({ name: 'EngineRejected', ...refusal });
      expect(await repository.deployments({ name })).toEqual([]);
    });

    it('run no Java from an expression', async () => {
      const definitionId = await deployed(engine().client, 'java-in-expression');
      const start = engine().client.runtime.startProcess({ definitionId, businessKey: randomUUID() });
      await expect(start).rejects.toMatchObject({ name: 'EngineRejected', status: 500 });
      expect(existsSync('MARKER')).toBe(false);
    });
  });
