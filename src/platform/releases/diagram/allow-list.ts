import { assigned, businessKey, code, collection, condition, cycle, drawn, duration, flag, id, integer, key, moment, names, oneOf, retryCycle, text, timeToLive, topic, variable, type ValueRule } from './values.js';

type Rules = Readonly<Record<string, ValueRule>>;
/** For properties that hold elements (looked into on their own) or refer to some. */
const inside: ValueRule = (value) => typeof value === 'object';

const base: Rules = { id, documentation: inside, extensionElements: inside };
const named: Rules = { ...base, name: text };
const node: Rules = { ...named, incoming: inside, outgoing: inside, asyncBefore: flag, asyncAfter: flag, exclusive: flag, jobPriority: integer, modelerTemplate: code, modelerTemplateVersion: integer, lanes: inside };
const event: Rules = { ...node, eventDefinitions: inside, properties: inside };
const activity: Rules = { ...node, default: inside, loopCharacteristics: inside, dataInputAssociations: inside, dataOutputAssociations: inside, properties: inside, isForCompensation: oneOf(false), startQuantity: oneOf(1), completionQuantity: oneOf(1), boundaryEventRefs: inside };
const external: Rules = { ...activity, type: oneOf('external'), topic, taskPriority: integer, implementation: oneOf('##WebService') };
const gateway: Rules = { ...node, gatewayDirection: oneOf('Unspecified', 'Converging', 'Diverging', 'Mixed') };
const association: Rules = { ...base, sourceRef: inside, targetRef: inside };
const drawing: Rules = { id, bpmnElement: inside, bounds: inside, label: inside, waypoint: inside, isHorizontal: drawn, isExpanded: drawn, isMarkerVisible: drawn, isMessageVisible: drawn, labelStyle: inside, plane: inside, planeElement: inside, name: text, sourceElement: inside, targetElement: inside, messageVisibleKind: drawn, choreographyActivityShape: inside, documentation: text, resolution: drawn };
const parameter: Rules = { name: variable, value: assigned };

/** Every element that a diagram may hold, with every property. What is not written here is refused. */
export const ALLOWED: Readonly<Record<string, Rules>> = {
  'bpmn:Definitions': { id, name: text, targetNamespace: text, exporter: text, exporterVersion: text, rootElements: inside, diagrams: inside },
  'bpmn:Documentation': { id, text, textFormat: oneOf('text/plain') },
  'bpmn:ExtensionElements': { values: inside },
  'bpmn:Collaboration': { ...named, participants: inside, messageFlows: inside, artifacts: inside, isClosed: flag },
  'bpmn:Participant': { ...named, processRef: inside },
  'bpmn:MessageFlow': { ...named, sourceRef: inside, targetRef: inside, messageRef: inside },
  'bpmn:Process': { ...named, isExecutable: flag, isClosed: flag, processType: oneOf('None'), laneSets: inside, flowElements: inside, artifacts: inside, historyTimeToLive: timeToLive, versionTag: text, isStartableInTasklist: flag, candidateStarterGroups: names, properties: inside },
  'bpmn:LaneSet': { ...named, lanes: inside },
  'bpmn:Lane': { ...named, flowNodeRef: inside, childLaneSet: inside },
  'bpmn:SequenceFlow': { ...named, sourceRef: inside, targetRef: inside, conditionExpression: inside },
  'bpmn:FormalExpression': { id, body: text },
  'bpmn:StartEvent': { ...event, isInterrupting: flag, formKey: key, initiator: variable },
  'bpmn:EndEvent': event,
  'bpmn:IntermediateCatchEvent': event,
  'bpmn:IntermediateThrowEvent': event,
  'bpmn:BoundaryEvent': { ...event, attachedToRef: inside, cancelActivity: flag },
  'bpmn:TimerEventDefinition': { id, timeDate: inside, timeDuration: inside, timeCycle: inside },
  'bpmn:MessageEventDefinition': { id, messageRef: inside },
  'bpmn:ErrorEventDefinition': { id, errorRef: inside, errorCodeVariable: variable, errorMessageVariable: variable },
  'bpmn:EscalationEventDefinition': { id, escalationRef: inside, escalationCodeVariable: variable },
  'bpmn:SignalEventDefinition': { id, signalRef: inside },
  'bpmn:ConditionalEventDefinition': { id, condition: inside, variableName: variable, variableEvents: names },
  'bpmn:TerminateEventDefinition': { id },
  'bpmn:Message': { id, name: code },
  'bpmn:Signal': { id, name: code },
  'bpmn:Error': { id, name: text, errorCode: code, errorMessage: text, 'camunda:errorMessage': text },
  'bpmn:Escalation': { id, name: text, escalationCode: code },
  'bpmn:UserTask': { ...activity, formKey: key, candidateGroups: assigned, assignee: assigned, dueDate: moment, followUpDate: moment, priority: integer, implementation: oneOf('##unspecified') },
  'bpmn:ServiceTask': external,
  'bpmn:SendTask': external,
  'bpmn:ExclusiveGateway': { ...gateway, default: inside },
  'bpmn:InclusiveGateway': { ...gateway, default: inside },
  'bpmn:ParallelGateway': gateway,
  'bpmn:EventBasedGateway': { ...gateway, eventGatewayType: oneOf('Exclusive') },
  'bpmn:SubProcess': { ...activity, triggeredByEvent: flag, flowElements: inside, artifacts: inside, laneSets: inside },
  'bpmn:CallActivity': { ...activity, calledElement: key, calledElementBinding: oneOf('deployment') },
  'bpmn:MultiInstanceLoopCharacteristics': { id, isSequential: flag, collection, elementVariable: variable, loopCardinality: inside, completionCondition: inside, asyncBefore: flag, asyncAfter: flag, exclusive: flag, behavior: oneOf('All'), extensionElements: inside },
  'bpmn:TextAnnotation': { ...base, text, textFormat: oneOf('text/plain') },
  'bpmn:Association': { ...association, associationDirection: oneOf('None', 'One', 'Both') },
  'bpmn:Group': { ...base, categoryValueRef: inside },
  'bpmn:Category': { ...named, categoryValue: inside },
  'bpmn:CategoryValue': { id, value: text },
  'bpmn:DataObject': { ...named, isCollection: flag },
  'bpmn:DataObjectReference': { ...named, dataObjectRef: inside, dataState: inside },
  'bpmn:DataStoreReference': { ...named, dataState: inside },
  'bpmn:DataState': { id, name: text },
  'bpmn:DataInputAssociation': association,
  'bpmn:DataOutputAssociation': association,
  'bpmn:Property': { id, name: text },
  'camunda:InputOutput': { inputParameters: inside, outputParameters: inside },
  'camunda:InputParameter': parameter,
  'camunda:OutputParameter': parameter,
  'camunda:Properties': { values: inside },
  'camunda:Property': { id, name: code, value: text },
  'camunda:In': { source: variable, target: variable, businessKey, local: flag },
  'camunda:Out': { source: variable, target: variable, local: flag },
  'camunda:FailedJobRetryTimeCycle': { body: retryCycle },
  'bpmndi:BPMNDiagram': drawing,
  'bpmndi:BPMNPlane': drawing,
  'bpmndi:BPMNShape': drawing,
  'bpmndi:BPMNEdge': drawing,
  'bpmndi:BPMNLabel': drawing,
  'bpmndi:BPMNLabelStyle': { id, font: inside },
  'dc:Bounds': { x: drawn, y: drawn, width: drawn, height: drawn },
  'dc:Point': { x: drawn, y: drawn },
  'dc:Font': { name: text, size: drawn, isBold: drawn, isItalic: drawn, isUnderline: drawn, isStrikeThrough: drawn },
};

/** An expression's body is judged by the place that it stands in. */
export const EXPRESSION_RULES: Readonly<Record<string, ValueRule>> = {
  'bpmn:SequenceFlow#conditionExpression': condition,
  'bpmn:ConditionalEventDefinition#condition': condition,
  'bpmn:MultiInstanceLoopCharacteristics#completionCondition': condition,
  'bpmn:MultiInstanceLoopCharacteristics#loopCardinality': integer,
  'bpmn:TimerEventDefinition#timeDate': moment,
  'bpmn:TimerEventDefinition#timeDuration': duration,
  'bpmn:TimerEventDefinition#timeCycle': cycle,
};

/** What may be written at an element by hand: neither its id, nor what holds other elements, nor where only one value may stand. */
export function writable(type: string): readonly { readonly name: string; readonly choices: readonly unknown[] }[] {
  const rules = Object.entries(ALLOWED[type] ?? {});
  return rules.filter(([name, rule]) => rule !== inside && rule !== id && rule !== drawn && !name.includes(':') && rule.choices?.length !== 1).map(([name, { choices = [] }]) => ({ name, choices }));
}

/** Attributes of foreign namespaces that modelers write for themselves: dropped, not refused. */
export const DROPPED: readonly RegExp[] = [/^modeler:/, /^bioc:(stroke|fill)$/, /^color:[\w-]+$/];
