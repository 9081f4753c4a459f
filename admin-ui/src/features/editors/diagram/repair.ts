import type { Repair } from '../../../api/index.js';
import { removePart } from './removal.js';
import { asOneStep, ONE_STEP, writeCondition, writeProperties, writeTimer, type DiagramElement, type Modeler } from './model.js';

/** False where there is nothing left to change. */
type Change = (modeler: Modeler, element: DiagramElement, value: string) => void | boolean;

const CHANGES: Partial<Record<Repair['edit'], Change>> = {
  condition: writeCondition,
  time: writeTimer,
  remove: removePart,
  role: (modeler, element, role) => modeler.get('modeling').updateProperties(element, { 'camunda:candidateGroups': role }),
  anyone: (modeler, element) => writeProperties(modeler, element, { person: '', sameAs: '' }),
  'default-flow': (modeler, gateway, id) => {
    const flow = modeler.get('elementRegistry').get(id);
    if (!flow) return;
    // The engine takes no condition on the flow that is taken otherwise.
    if (flow.businessObject.get('conditionExpression')) writeCondition(modeler, flow, '');
    modeler.get('modeling').updateProperties(gateway, { default: flow.businessObject });
  },
};

class OneStep {
  preExecute({ change }: { change: () => void }): void {
    change();
  }
}

function Repairs(commandStack: { registerHandler(command: string, handler: unknown): void }): void {
  commandStack.registerHandler(ONE_STEP, OneStep);
}
Repairs.$inject = ['commandStack'];

export const repairModule = { __init__: ['tertibRepairs'], tertibRepairs: ['type', Repairs] };

/** Does it, and answers how to take it back; nothing where its place is gone. */
export function mendDiagram(modeler: Modeler, { edit, elementId, value }: Repair): (() => void) | undefined {
  const element = modeler.get('elementRegistry').get(elementId);
  const change = CHANGES[edit];
  if (!element || !change) return undefined;
  const stack = modeler.get('commandStack');
  const outcomes: (void | boolean)[] = [];
  asOneStep(modeler, () => outcomes.push(change(modeler, element, value)));
  if (outcomes.includes(false)) return undefined;
  // One that was taken out cannot be chosen.
  if (modeler.get('elementRegistry').get(elementId)) modeler.get('selection').select(element);
  return () => stack.undo();
}
