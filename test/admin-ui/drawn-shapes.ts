import { BpmnModdle } from 'bpmn-moddle';
import type { Shape } from '../../admin-ui/src/features/editors/diagram/tidy/tidy.js';

interface Drawing {
  readonly bpmnElement: Shape['businessObject'] & { processRef?: object; $parent?: { $type: string; id: string; $parent?: object }; attachedToRef?: object; sourceRef?: object; targetRef?: object };
  readonly bounds?: { x: number; y: number; width: number; height: number };
  readonly waypoint?: { x: number; y: number }[];
  readonly isExpanded?: boolean;
  readonly label?: { bounds?: { x: number; y: number; width: number; height: number } };
}

/** What the editor holds of a diagram: its shapes, and how they hang together. */
export async function drawnShapes(xml: string): Promise<Shape[]> {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const drawings = (rootElement as unknown as { diagrams: { plane: { planeElement: Drawing[] } }[] }).diagrams.flatMap(({ plane }) => plane.planeElement);
  const shapes = new Map<object, Shape>();
  for (const di of drawings) {
    const { bpmnElement: businessObject, bounds, waypoint } = di;
    const shape = { id: businessObject.id, type: businessObject.$type, businessObject, x: 0, y: 0, width: 0, height: 0, ...(bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : {}), ...(waypoint ? { waypoints: waypoint.map(({ x, y }) => ({ x, y })) } : {}), collapsed: di.isExpanded === false, di, children: [], attachers: [], outgoing: [] } as unknown as Shape;
    shapes.set(businessObject, shape);
    if (businessObject.$type === 'bpmn:Participant' && businessObject.processRef) shapes.set(businessObject.processRef, shape);
  }
  const all = [...new Set(shapes.values())];
  const labels: Shape[] = [];
  for (const shape of all) {
    const { attachedToRef, sourceRef, targetRef, $parent } = shape.businessObject as unknown as Drawing['bpmnElement'];
    // A lane lies in its set, and that in the pool or in another lane.
    const holder = shape.type === 'bpmn:Lane' ? $parent?.$parent : $parent;
    shape.parent = (holder && shapes.get(holder)) ?? null;
    shape.parent?.children?.push(shape);
    const host = attachedToRef && shapes.get(attachedToRef);
    if (host) Object.assign(shape, { host }).host.attachers?.push(shape);
    if (shape.waypoints) Object.assign(shape, { source: sourceRef && shapes.get(sourceRef), target: targetRef && shapes.get(targetRef) });
    shape.source?.outgoing?.push(shape);
    const bounds = (shape.di as unknown as Drawing).label?.bounds;
    if (!bounds || !shape.businessObject.name) continue;
    shape.label = { id: `${shape.id}_label`, type: shape.type, businessObject: shape.businessObject, labelTarget: shape, x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height, di: shape.di } as Shape;
    labels.push(shape.label);
  }
  return [...all, ...labels];
}
