import { Releases } from '../../platform/releases/index.js';
import { pages, type HistoricActivityInstance } from '../../sdk/index.js';
import { partOf, type World } from '../world.js';
import type { Passed } from './covered-diagram.js';

/** A sequence flow that was taken, as the engine's profile for tests tells it; its history does not. */
export interface TakenFlow {
  readonly processDefinitionId: string;
  readonly flowId: string;
}

/** What the cases of one test have passed of its version's diagrams. */
export async function collect(world: World, releaseId: string, taken: readonly TakenFlow[]): Promise<Passed[]> {
  const releases = partOf(world, Releases);
  const passages: HistoricActivityInstance[] = [];
  const sorting = [{ sortBy: 'activityInstanceId', sortOrder: 'asc' }] as const;
  for await (const page of pages((slice) => world.engine.history.activityInstances({ sorting }, slice))) passages.push(...page);
  return Promise.all(
    (await releases.keys(releaseId, 'diagram')).map(async (key) => {
      const [xml, definitionId] = [await releases.diagram(releaseId, key), await releases.definitionId(releaseId, key)];
      const elements = passages.filter(({ processDefinitionId }) => processDefinitionId === definitionId).map(({ activityId }) => activityId);
      const flows = taken.filter(({ processDefinitionId }) => processDefinitionId === definitionId).map(({ flowId }) => flowId);
      return { key, xml, elements: [...new Set(elements)], flows: [...new Set(flows)] };
    }),
  );
}
