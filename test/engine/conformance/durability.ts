import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineUnavailable } from '../../../src/sdk/engine/index.js';
import type { GetEngine } from './engine-under-test.js';
import { deployed } from './fixtures.js';

const STARTERS = 8;

export const durability = (engine: GetEngine): void =>
  describe('durability', () => {
    it('loses nothing that was acknowledged when it is killed under load', async () => {
      const { client } = engine();
      const definitionId = await deployed(client, 'user-task');
      const acknowledged: string[] = [];
      const startUntilItDies = async () => {
        for (;;) {
          const businessKey = randomUUID();
          await client.runtime.startProcess({ definitionId, businessKey, variables: { group: 'g' } });
          acknowledged.push(businessKey);
        }
      };
      const starters = Array.from({ length: STARTERS }, () => startUntilItDies().catch((error: unknown) => error));
      await sleep(1_500);
      await engine().killAndRestart();
      for (const error of await Promise.all(starters)) expect(error).toBeInstanceOf(EngineUnavailable);
      const kept = await client.history.processInstances({ processDefinitionId: definitionId });
      const keys = new Set(kept.map(({ businessKey }) => businessKey));
      expect(acknowledged.length).toBeGreaterThan(10);
      expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    }, 60_000);
  });
