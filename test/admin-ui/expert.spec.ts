import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { addableTo, addPart, isRemovable, partsOf, propertyOf, removePart, writePart, type Part } from '../../admin-ui/src/features/editors/diagram/expert/parts.js';
import type { DiagramElement, ModdleElement, Modeler } from '../../admin-ui/src/features/editors/diagram/model.js';
import { ALLOWED, writable } from '../../src/platform/releases/diagram/allow-list.js';

const moddle = new BpmnModdle({ camunda });
const file = (inside: string) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x"><bpmn:process id="p">${inside}</bpmn:process></bpmn:definitions>`;

interface Open {
  element: DiagramElement;
  modeler: Modeler;
  xml: () => Promise<string>;
}

/** A diagram in the modeler's hands, its first element selected: what is written is written at once. */
async function open(inside: string): Promise<Open> {
  const { rootElement } = await moddle.fromXML(file(inside));
  const businessObject = (rootElement as unknown as { rootElements: { flowElements: ModdleElement[] }[] }).rootElements[0]?.flowElements[0] as ModdleElement;
  const element = { id: businessObject.id, type: businessObject.$type, businessObject };
  const set = (node: ModdleElement, properties: Record<string, unknown>) => Object.entries(properties).forEach(([name, value]) => (node as unknown as { set(name: string, value: unknown): void }).set(name, value));
  const services = {
    moddle,
    modeling: { updateProperties: (one: DiagramElement, properties: Record<string, unknown>) => set(one.businessObject, properties), updateModdleProperties: (_: DiagramElement, node: ModdleElement, properties: Record<string, unknown>) => set(node, properties) },
    commandStack: { execute: (_: string, { change }: { change: () => void }) => change() },
  };
  return { element, modeler: { get: (name: keyof typeof services) => services[name] } as unknown as Modeler, xml: async () => (await moddle.toXML(rootElement)).xml };
}

const typesOf = (parts: readonly Part[]): string[] => parts.map(({ node }) => node.$type);
const partOf = (element: DiagramElement, type: string): Part => partsOf(element).find(({ node }) => node.$type === type) as Part;

describe('the expert view of a diagram', () => {
  it('shows the element and all that stands in it, but not what is drawn', async () => {
    const { element } = await open('<bpmn:userTask id="u" camunda:formKey="cuti"><bpmn:extensionElements><camunda:properties><camunda:property name="step" value="3" /></camunda:properties><camunda:inputOutput><camunda:inputParameter name="a">1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics camunda:collection="orang"><bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${cukup}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>');
    expect(typesOf(partsOf(element)).toSorted()).toEqual(['bpmn:ExtensionElements', 'bpmn:FormalExpression', 'bpmn:MultiInstanceLoopCharacteristics', 'bpmn:UserTask', 'camunda:InputOutput', 'camunda:InputParameter', 'camunda:Properties', 'camunda:Property']);
    const group = await open('<bpmn:subProcess id="s"><bpmn:userTask id="u" /></bpmn:subProcess>');
    expect(typesOf(partsOf(group.element))).toEqual(['bpmn:SubProcess']);
  });

  it('finds every permitted property in the modeler’s language, so that none can only be written in a text editor', async () => {
    const missing = Object.keys(ALLOWED).filter((type) => /^(bpmn|camunda):/.test(type)).flatMap((type) => writable(type).flatMap(({ name }) => (propertyOf(moddle.create(type as never) as unknown as ModdleElement, name) ? [] : [`${type}#${name}`])));
    expect(missing).toEqual([]);
  });

  it('writes and takes out a property of the element and of a part', async () => {
    const { element, modeler, xml } = await open('<bpmn:userTask id="u"><bpmn:multiInstanceLoopCharacteristics camunda:collection="orang" /></bpmn:userTask>');
    writePart(modeler, element, partOf(element, 'bpmn:UserTask'), 'camunda:asyncBefore', true);
    writePart(modeler, element, partOf(element, 'bpmn:UserTask'), 'camunda:jobPriority', '5');
    writePart(modeler, element, partOf(element, 'bpmn:MultiInstanceLoopCharacteristics'), 'camunda:elementVariable', 'satu');
    expect(await xml()).toMatch(/<bpmn:userTask id="u" camunda:asyncBefore="true" camunda:jobPriority="5">\s*<bpmn:multiInstanceLoopCharacteristics camunda:collection="orang" camunda:elementVariable="satu" \/>/);
    writePart(modeler, element, partOf(element, 'bpmn:UserTask'), 'camunda:jobPriority', '');
    expect(await xml()).not.toContain('jobPriority');
  });

  it('adds a part where it belongs, and removes it', async () => {
    const { element, modeler, xml } = await open('<bpmn:callActivity id="c" />');
    expect(addableTo(element)).toEqual(['camunda:Property', 'camunda:In', 'camunda:Out', 'camunda:InputParameter', 'camunda:OutputParameter', 'camunda:FailedJobRetryTimeCycle']);
    for (const type of ['camunda:In', 'camunda:In', 'camunda:OutputParameter']) addPart(modeler, element, type);
    const [first, second] = partsOf(element).filter(({ node }) => node.$type === 'camunda:In');
    writePart(modeler, element, first as Part, 'source', 'tahun');
    writePart(modeler, element, second as Part, 'source', 'opd');
    expect(await xml()).toMatch(/<camunda:in source="tahun" \/>\s*<camunda:in source="opd" \/>\s*<camunda:inputOutput>\s*<camunda:outputParameter \/>/);
    removePart(modeler, element, first as Part);
    expect(await xml()).not.toContain('tahun');
    expect(isRemovable(partOf(element, 'bpmn:CallActivity'))).toBe(false);
  });

  it('adds what an event is about as an element of the file, once', async () => {
    const { element, modeler, xml } = await open('<bpmn:endEvent id="e"><bpmn:errorEventDefinition id="def" /></bpmn:endEvent>');
    expect(addableTo(element)).toEqual(['bpmn:Error', 'camunda:Property']);
    addPart(modeler, element, 'bpmn:Error');
    writePart(modeler, element, partOf(element, 'bpmn:Error'), 'errorCode', 'DITOLAK');
    expect(await xml()).toMatch(/<bpmn:errorEventDefinition id="def" errorRef="Error_e" \/>[\s\S]*<bpmn:error id="Error_e" errorCode="DITOLAK" \/>/);
    expect(addableTo(element)).toEqual(['camunda:Property']);
  });
});
