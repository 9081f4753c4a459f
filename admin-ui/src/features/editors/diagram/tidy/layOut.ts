// oxlint-disable-next-line typescript/triple-slash-reference -- the tests read it by another tsconfig
/// <reference path="./layout.d.ts" />
import { drawnIn, type Drawn } from './drawn.js';

interface Node {
  readonly $type: string;
  flowElements?: Node[];
  incoming?: Node[];
  outgoing?: Node[];
  sourceRef?: Node;
  targetRef?: Node;
}

/** What reads and writes BPMN. */
export interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: object }>;
  toXML(root: object): Promise<{ xml: string }>;
}

/** Where the layout puts each element of a copy of the diagram. */
export async function layOut(moddle: Moddle, xml: string): Promise<Drawn> {
  const { layoutProcess } = await import('bpmn-auto-layout');
  const { rootElement } = await moddle.fromXML(xml);
  for (const one of (rootElement as { rootElements?: Node[] }).rootElements ?? []) joinFlows(one);
  const laid = await layoutProcess((await moddle.toXML(rootElement)).xml);
  return drawnIn((await moddle.fromXML(laid)).rootElement);
}

/** The layout follows what steps say of their flows; a file need not say it, as the flows say it too. */
function joinFlows({ flowElements = [] }: Node): void {
  for (const element of flowElements) {
    joinFlows(element);
    if (element.$type !== 'bpmn:SequenceFlow') Object.assign(element, { incoming: flowElements.filter(({ targetRef }) => targetRef === element), outgoing: flowElements.filter(({ sourceRef }) => sourceRef === element) });
  }
}
