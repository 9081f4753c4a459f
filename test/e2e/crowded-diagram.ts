const SIZES: Readonly<Record<string, readonly [number, number]>> = { startEvent: [36, 36], endEvent: [36, 36], boundaryEvent: [36, 36], exclusiveGateway: [50, 50], userTask: [100, 80] };

interface Part {
  readonly kind: string;
  readonly id: string;
  readonly more?: string;
  readonly inside?: string;
}

const PARTS: readonly Part[] = [
  { kind: 'startEvent', id: 'mulai' },
  { kind: 'userTask', id: 'satu', more: 'name="Satu" camunda:candidateGroups="kasi"', inside: '<bpmn:extensionElements><camunda:properties><camunda:property name="step" value="1" /></camunda:properties></bpmn:extensionElements>' },
  { kind: 'exclusiveGateway', id: 'cukup', more: 'name="Cukup?" default="c"' },
  { kind: 'userTask', id: 'dua', more: 'name="Dua" camunda:candidateGroups="kasi"' },
  { kind: 'endEvent', id: 'selesai' },
  { kind: 'endEvent', id: 'lewat' },
  { kind: 'boundaryEvent', id: 'batas', more: 'attachedToRef="dua"', inside: '<bpmn:timerEventDefinition id="jam"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>' },
];
const FLOWS = [['a', 'mulai', 'satu'], ['b', 'satu', 'cukup'], ['c', 'cukup', 'dua'], ['d', 'cukup', 'satu'], ['e', 'dua', 'selesai'], ['f', 'batas', 'lewat']] as const;

/** A diagram without lanes whose steps lie on each other, as one drawn by a program may. */
export function crowdedDiagram(key: string): string {
  const parts = PARTS.map(({ kind, id, more = '', inside = '' }) => `<bpmn:${kind} id="${id}" ${more}>${inside}</bpmn:${kind}>`);
  const flows = FLOWS.map(([id, from, to]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`);
  const shapes = PARTS.map(({ kind, id }, index) => {
    const [width, height] = SIZES[kind] ?? [100, 80];
    const [x, y] = id === 'batas' ? [282, 162] : [200 + 20 * index, 100 + (id === 'lewat' ? 150 : 0)];
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  });
  const edges = FLOWS.map(([id]) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="210" y="110" /><di:waypoint x="300" y="150" /></bpmndi:BPMNEdge>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definisi" targetNamespace="https://tertib.id/bpmn">
<bpmn:process id="${key}" name="Padat" isExecutable="true">${parts.join('')}${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="gambar"><bpmndi:BPMNPlane id="bidang" bpmnElement="${key}">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
