import { BpmnModdle } from 'bpmn-moddle';
import { layOut, type Moddle } from '../../admin-ui/src/features/editors/diagram/tidy/layOut.js';
import { cannotBeTidied, placesOf, TidyHandler, type Shape } from '../../admin-ui/src/features/editors/diagram/tidy/tidy.js';
import { crowdedDiagram } from '../e2e/crowded-diagram.js';

const moddle = new BpmnModdle() as unknown as Moddle;
const shape = (id: string, more: object = {}): Shape => ({ id, type: 'bpmn:UserTask', businessObject: { get: () => undefined }, x: 0, y: 0, width: 100, height: 80, di: { bounds: { x: 0, y: 0, width: 100, height: 80 } }, ...more }) as unknown as Shape;

describe('a diagram laid out anew', () => {
  it('has a place for every step and flow, none on another', async () => {
    const drawn = await layOut(moddle, crowdedDiagram('padat'));
    expect([...drawn.keys()].toSorted()).toEqual(['a', 'b', 'batas', 'c', 'cukup', 'd', 'dua', 'e', 'f', 'lewat', 'mulai', 'satu', 'selesai']);
    const boxes = ['mulai', 'satu', 'cukup', 'dua', 'selesai', 'lewat'].map((id) => drawn.get(id)?.bounds);
    const over = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a && b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
    expect(over).toEqual([]);
  });

  it('moves with its names, and back again', () => {
    const step = shape('satu');
    const name = shape('satu_label', { labelTarget: step, x: 10, y: 90, di: { label: { bounds: { x: 10, y: 90, width: 100, height: 80 } } } });
    step.label = name;
    const flow = shape('a', { waypoints: [{ x: 0, y: 0 }, { x: 10, y: 0 }], di: { waypoint: [] } });
    const context = { places: placesOf([step, name, flow], new Map([['satu', { bounds: { x: 200, y: 50, width: 100, height: 80 }, points: null }], ['a', { bounds: null, points: [{ x: 5, y: 5 }, { x: 9, y: 9 }] }]])) };
    const handler = new TidyHandler({ create: (_, point) => point });
    expect(handler.execute(context).map(({ id }) => id)).toEqual(['satu', 'satu_label', 'a']);
    expect([step.x, step.di.bounds?.x, name.x, name.y, name.di.label?.bounds?.x, flow.waypoints, flow.di.waypoint]).toEqual([200, 200, 210, 140, 210, [{ x: 5, y: 5 }, { x: 9, y: 9 }], [{ x: 5, y: 5 }, { x: 9, y: 9 }]]);
    handler.revert(context);
    expect([step.x, step.di.bounds?.x, name.x, name.y, flow.waypoints]).toEqual([0, 0, 10, 90, [{ x: 0, y: 0 }, { x: 10, y: 0 }]]);
  });

  it('is not tried where something would be lost from the drawing', () => {
    const closed = (flowElements: object[]) => shape('grup', { type: 'bpmn:SubProcess', collapsed: true, businessObject: { get: () => flowElements } });
    expect([shape('a', { di: { isHorizontal: false } }), shape('a', { type: 'bpmn:TextAnnotation' }), closed([{}])].map((one) => cannotBeTidied([one]))).toEqual([true, true, true]);
    expect(cannotBeTidied([shape('a'), closed([])])).toBe(false);
  });
});
