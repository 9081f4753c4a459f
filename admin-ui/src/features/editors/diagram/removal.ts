import type { DiagramElement, ModdleElement, Modeler } from './model.js';

interface Place {
  readonly node: ModdleElement;
  /** Of what holds it, and by which property. */
  readonly parent: ModdleElement;
  readonly property: string;
}

const isNode = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;
const valuesOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** All that an element holds besides what is drawn on its own, from the outside in. */
function* within(parent: ModdleElement): Generator<Place> {
  for (const [property, value] of Object.entries(parent)) {
    if (property.startsWith('$') || property === 'flowElements') continue;
    for (const node of valuesOf(value)) {
      if (!isNode(node) || node['$parent'] !== parent) continue;
      yield { node, parent, property };
      yield* within(node);
    }
  }
}

/**
 * Takes out what may not be published: an element, a part of it (`what` is its type), or a property of either
 * (`type#property`). False where it is no longer there.
 */
export function removePart(modeler: Modeler, element: DiagramElement, what: string): boolean {
  const [type = '', property] = what.split('#');
  const modeling = modeler.get('modeling');
  const { businessObject } = element;
  if (businessObject.$type === type && property === undefined) {
    modeling.removeElements([element]);
    return true;
  }
  const has = (node: ModdleElement): boolean => node.$type === type && (property === undefined || property in node || property in attributesOf(node));
  if (property !== undefined && has(businessObject)) return clear(modeler, element, businessObject, property);
  const place = [...within(businessObject)].find(({ node }) => has(node));
  if (!place) return false;
  if (property !== undefined) return clear(modeler, element, place.node, property);
  const held = place.parent.get(place.property);
  modeling.updateModdleProperties(element, place.parent, { [place.property]: Array.isArray(held) ? held.filter((one) => one !== place.node) : undefined });
  return true;
}

/** Attributes that BPMN does not know. */
const attributesOf = (node: ModdleElement): Record<string, unknown> => (node['$attrs'] ?? {}) as Record<string, unknown>;

function clear(modeler: Modeler, element: DiagramElement, node: ModdleElement, property: string): true {
  modeler.get('modeling').updateModdleProperties(element, node, { [property]: undefined });
  return true;
}
