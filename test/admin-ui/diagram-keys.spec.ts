import { BpmnModdle } from 'bpmn-moddle';
import { targetsOf, nameOf } from '../../admin-ui/src/features/editors/diagram/keyboard/connect.js';
import { inOrder, neighbour, type Drawn } from '../../admin-ui/src/features/editors/diagram/keyboard/order.js';
import { freeSpot } from '../../admin-ui/src/features/editors/diagram/keyboard/spot.js';
import { revived } from '../../admin-ui/src/features/editors/diagram/revived.js';

const one = (id: string, x: number, more: Partial<Drawn> = {}): Drawn => ({ id, type: 'bpmn:UserTask', businessObject: { id, $type: 'bpmn:UserTask', get: () => undefined }, x, y: 0, ...more });
const flow = (id: string, target: Drawn): Drawn => ({ ...one(id, 0), type: 'bpmn:SequenceFlow', waypoints: [], target });
const ids = (all: readonly Drawn[]): string[] => all.map(({ id }) => id);

describe('a diagram without a mouse', () => {
  const end = one('akhir', 50);
  const late = one('tenggat', 20, { type: 'bpmn:BoundaryEvent' });
  const task = one('tugas', 300, { attachers: [late], outgoing: [flow('ke-akhir', end)] });
  const start = one('awal', 10, { outgoing: [flow('ke-tugas', task)] });
  const root = one('proses', 0, { children: [end, task, start, { ...one('nama', 0), labelTarget: start }] });

  it('is walked through as the work goes, wherever its steps lie, around both ends', () => {
    const all = inOrder(root);
    expect(ids(all)).toEqual(['awal', 'ke-tugas', 'tugas', 'tenggat', 'ke-akhir', 'akhir']);
    expect([neighbour(all, end, 1), neighbour(all, start, -1), neighbour(all, undefined, -1), neighbour([], undefined, 1)].map((found) => found?.id)).toEqual(['awal', 'akhir', 'akhir', undefined]);
  });

  it('offers what a flow may lead to: allowed, and not there yet', () => {
    const rules = { allowed: (_: string, { target }: { target?: Drawn }) => (target === late ? { type: 'bpmn:Association' } : { type: 'bpmn:SequenceFlow' }) };
    expect(ids(targetsOf(start, inOrder(root), rules).map(({ target }) => target))).toEqual(['akhir']);
    expect(nameOf(task, (text) => `<${text}>`)).toBe('<User task> (tugas)');
  });

  it('gets what is put down where nothing lies', () => {
    const box = { x: 0, y: 0, width: 100, height: 80 };
    expect(freeSpot(box, [])).toEqual(box);
    expect(freeSpot(box, [box])).toEqual({ ...box, y: 100 });
    expect(freeSpot(box, [{ x: 0, y: 0, width: 100, height: 900 }])).toEqual({ ...box, x: 120 });
  });

  it('reads what was copied in another diagram, properties and all, and each thing once', () => {
    const moddle = new BpmnModdle() as never as Parameters<typeof revived>[0] & { create(type: string, attributes: object): object };
    const event = moddle.create('bpmn:MessageEventDefinition', { id: 'kabar' });
    const copied = JSON.parse(JSON.stringify({ 0: [{ businessObject: moddle.create('bpmn:UserTask', { id: 'a', name: 'Memeriksa' }) }, event, event, { $type: 'nobody:Knows' }] }), revived(moddle));
    const [first, second, third, unknown] = copied[0];
    expect([first.businessObject.$instanceOf('bpmn:Activity'), first.businessObject.name, second === third, unknown]).toEqual([true, 'Memeriksa', true, undefined]);
  });
});
