import { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries.js';
import * as ReplaceOptions from 'bpmn-js/lib/features/replace/ReplaceOptions.js';

/** What an entry of a menu makes. */
interface Target {
  readonly type?: string;
  readonly eventDefinitionType?: string;
}

interface Option {
  readonly actionName: string;
  readonly target?: Target;
}

/** Entries that make no element of their own, but something in or of one. */
const OTHERS: Readonly<Record<string, Target>> = {
  'toggle-loop': { type: 'bpmn:StandardLoopCharacteristics' },
  'toggle-parallel-mi': { type: 'bpmn:MultiInstanceLoopCharacteristics' },
  'toggle-sequential-mi': { type: 'bpmn:MultiInstanceLoopCharacteristics' },
  'toggle-participant-multiplicity': { type: 'bpmn:ParticipantMultiplicity' },
  'create.start-event': { type: 'bpmn:StartEvent' },
  'create.intermediate-event': { type: 'bpmn:IntermediateThrowEvent' },
  'create.end-event': { type: 'bpmn:EndEvent' },
  'create.exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'create.task': { type: 'bpmn:Task' },
  'create.data-object': { type: 'bpmn:DataObjectReference' },
  'create.data-store': { type: 'bpmn:DataStoreReference' },
  'create.subprocess-expanded': { type: 'bpmn:SubProcess' },
  'create.participant-expanded': { type: 'bpmn:Participant' },
  'create.group': { type: 'bpmn:Group' },
  'append.receive-task': { type: 'bpmn:ReceiveTask' },
  'append.append-task': { type: 'bpmn:Task' },
  'append.message-intermediate-event': { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' },
  'append.timer-intermediate-event': { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  'append.condition-intermediate-event': { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:ConditionalEventDefinition' },
  'append.signal-intermediate-event': { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:SignalEventDefinition' },
  'append.compensation-activity': { type: 'bpmn:CompensateEventDefinition' },
};

const replacements = new Map(Object.values(ReplaceOptions as Record<string, unknown>).filter(Array.isArray).flatMap((options) => (options as Option[]).map(({ actionName, target }) => [actionName, target] as const)));

/** Which types an entry needs, by the modeler's name for the entry; none where it makes nothing. */
export function needs(name: string): string[] {
  const atoms = PopupEntries as Record<string, { target?: Target }>;
  const target = OTHERS[name] ?? replacements.get(name) ?? atoms[name.replace(/^(create|append|replace-with)-/, '')]?.target;
  return [target?.type, target?.eventDefinitionType].flatMap((type) => type ?? []);
}
