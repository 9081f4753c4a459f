import { InstanceEntity, ReleaseFacts } from '../cases/index.js';
import { Database } from '../kernel/index.js';
import type { OpenRehearsal } from './rehearsal.js';

/** Where something is: its element as the diagram calls it, and what the part of the case is about, such as a data set. */
export interface Place {
  readonly elementId: string;
  readonly name: string;
  readonly about: string | null;
}

interface Whereabouts {
  readonly elementId: string;
  readonly instanceId: string | null;
  /** Default: that of the instance. */
  readonly definitionId?: string | null;
}

export async function placeOf(play: OpenRehearsal, { elementId, instanceId, definitionId }: Whereabouts): Promise<Place> {
  const instance = instanceId === null ? null : await play.part(Database).read.findOneBy(InstanceEntity, { id: instanceId });
  const definition = definitionId ?? instance?.definitionId;
  const element = definition === undefined ? null : await play.part(ReleaseFacts).element(definition, elementId);
  return { elementId, name: element?.name || elementId, about: instance?.label ?? null };
}
