import type { Drawn } from './drawn.js';
import { inPools } from './pools.js';
import { layOut, type Moddle } from './layOut.js';
import { cannotBeTidied, fromOrigin, placesOf, TidyHandler, type Shape } from './tidy.js';

const COMMAND = 'tertib.tidy';

/** As much of the modeler as laying out needs. */
export interface Tidied {
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  get(name: 'elementRegistry'): { getAll(): Shape[] };
  get(name: 'moddle'): Moddle;
  get(name: 'commandStack'): { execute(command: string, context: object): void };
}

function Tidying(commandStack: { registerHandler(command: string, handler: unknown): void }): void {
  commandStack.registerHandler(COMMAND, TidyHandler);
}
Tidying.$inject = ['commandStack'];

export const tidyModule: object = { __init__: ['tertibTidying'], tertibTidying: ['type', Tidying] };

/**
 * Lays the diagram out anew, as one step of undo. False where it holds what the layout does not know; then nothing changes.
 * Only the drawing of the laid out copy is taken: what the elements are and how they hang together stays the editor's.
 */
export async function tidyDiagram(modeler: Tidied): Promise<boolean> {
  const elements = modeler.get('elementRegistry').getAll();
  if (cannotBeTidied(elements)) return false;
  const places = placesOf(elements, inPools(elements) ?? (await byLibrary(modeler)));
  const placed = new Set(places.map(({ shape }) => shape.id));
  // Half a layout would lay steps on top of each other.
  if (elements.some((one) => !placed.has(one.id) && (one.waypoints !== undefined || (one.di.bounds !== undefined && !one.labelTarget)))) return false;
  modeler.get('commandStack').execute(COMMAND, { places: fromOrigin(places) });
  return true;
}

const byLibrary = async (modeler: Tidied): Promise<Drawn> => layOut(modeler.get('moddle'), (await modeler.saveXML({ format: false })).xml ?? '');
