import { propertiesOf as propertiesOfSchema, type HandlerCatalogue } from '../../sdk/index.js';
import type { FormDefinition } from '../forms/index.js';
import { walk } from '../forms/index.js';
import { bareVariable } from './diagram/condition.js';
import { variableUses } from './diagram/diagram-summary.js';
import { extensionsOf, flowElements, nodes, propertiesOf, type Node } from './diagram/model.js';
import { finding, type Finding } from './finding.js';
import { inputsFit } from './handler-inputs.js';
import { givenVariables, parameterNames, type ReadDiagram } from './read-diagrams.js';

export interface Contract {
  readonly diagrams: readonly ReadDiagram[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly letters: ReadonlySet<string>;
  /** Keys of files that were refused by themselves: they exist, but nobody can look into them. */
  readonly broken: ReadonlySet<string>;
  readonly handlers: HandlerCatalogue;
  readonly roles: ReadonlySet<string>;
}

type Rule = (element: Node, contract: Contract) => Finding[];
const idOf = (element: Node): string => String(element.id);
const isEventSubprocess = (element: Node): boolean => element.$type === 'bpmn:SubProcess' && element['triggeredByEvent'] === true;

const topicHasHandler: Rule = (element, { handlers }) => {
  if (!['bpmn:ServiceTask', 'bpmn:SendTask'].includes(element.$type)) return [];
  if (element['type'] !== 'external' || typeof element['topic'] !== 'string') return [finding('topic-missing', idOf(element), 'Langkah otomatis ini belum diberi pekerjaan (topic).', 'This automatic step has no topic.')];
  if (handlers.handler(element['topic'])) return [];
  return [finding('topic-unknown', idOf(element), `Tidak ada langkah otomatis bernama “${element['topic']}”.`, `No handler is registered for the topic “${element['topic']}”.`)];
};

const formExists: Rule = (element, { forms, broken }) => {
  const key = element['formKey'];
  if (key === undefined) return element.$type === 'bpmn:UserTask' ? [finding('form-missing', idOf(element), 'Tugas ini belum mempunyai formulir.', 'This task has no form.')] : [];
  return forms.has(String(key)) || broken.has(String(key)) ? [] : [finding('form-unknown', idOf(element), `Formulir “${String(key)}” tidak ada.`, `There is no form “${String(key)}”.`)];
};

const someoneCanDoIt: Rule = (element, { roles }) => {
  if (element.$type !== 'bpmn:UserTask') return [];
  const groups = typeof element['candidateGroups'] === 'string' ? element['candidateGroups'].split(',').map((group) => group.trim()) : [];
  if (groups.length === 0) return [finding('role-missing', idOf(element), 'Tugas ini belum diberi peran.', 'This task has no role.')];
  const unknown = groups.filter((group) => !roles.has(group));
  return unknown.length === 0 ? [] : [finding('role-unknown', idOf(element), `Peran “${unknown.join(', ')}” tidak ada.`, `There is no role “${unknown.join(', ')}”.`)];
};

const letterExists: Rule = (element, { letters }) => {
  const inputs = extensionsOf(element, 'camunda:InputOutput').flatMap((io) => nodes(io['inputParameters']));
  const letter = inputs.find((parameter) => parameter['name'] === 'letter')?.['value'];
  if (typeof letter !== 'string' || bareVariable(letter) || letters.has(letter)) return [];
  return [finding('letter-unknown', idOf(element), `Surat “${letter}” tidak ada.`, `There is no letter “${letter}”.`)];
};

const callIsKnown: Rule = (element, { diagrams, broken }) => {
  if (element.$type !== 'bpmn:CallActivity') return [];
  const called = String(element['calledElement'] ?? '');
  if (element['calledElementBinding'] !== 'deployment') return [finding('call-binding', idOf(element), 'Diagram yang dipanggil harus diikat pada versi yang sama (deployment).', 'The called diagram must be bound to the same deployment.')];
  return broken.has(called) || diagrams.some(({ process }) => process.id === called) ? [] : [finding('call-unknown', idOf(element), `Diagram “${called}” tidak ada.`, `There is no diagram “${called}”.`)];
};

const gatewayHasWayOut: Rule = (element) => {
  if (!['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(element.$type)) return [];
  const out = nodes(element['outgoing']);
  if (out.length < 2) return [];
  const bare = out.filter((flow) => flow['conditionExpression'] === undefined && flow !== element['default']);
  const findings = bare.map((flow) => finding('flow-condition', idOf(flow), 'Alur ini memerlukan syarat, atau harus menjadi alur bawaan.', 'This flow needs a condition, or must be the default.'));
  return element['default'] === undefined ? [...findings, finding('gateway-default', idOf(element), 'Percabangan ini memerlukan satu alur bawaan.', 'This gateway needs a default flow.')] : findings;
};

const goesOn: Rule = (element) => {
  const leads = /Task$|Gateway$|SubProcess$|CallActivity$|StartEvent$|IntermediateCatchEvent$|BoundaryEvent$/.test(element.$type) && !isEventSubprocess(element);
  const reached = leads && !/StartEvent$|BoundaryEvent$/.test(element.$type);
  const lost = leads && nodes(element['outgoing']).length === 0 ? [finding('no-way-out', idOf(element), 'Dari sini tidak ada jalan keluar.', 'Nothing leads on from here.')] : [];
  return reached && nodes(element['incoming']).length === 0 ? [...lost, finding('not-reached', idOf(element), 'Langkah ini tidak pernah dicapai.', 'Nothing leads to this step.')] : lost;
};

const eventIsComplete: Rule = (element) =>
  nodes(element['eventDefinitions']).flatMap((definition) => {
    const needed: Readonly<Record<string, readonly string[]>> = { Timer: ['timeDate', 'timeDuration', 'timeCycle'], Message: ['messageRef'], Signal: ['signalRef'], Conditional: ['condition'] };
    const names = needed[definition.$type.replace(/^bpmn:|EventDefinition$/g, '')] ?? [];
    return names.length === 0 || names.some((name) => definition[name] !== undefined) ? [] : [finding('event-incomplete', idOf(element), 'Peristiwa ini belum lengkap.', 'This event lacks its definition.')];
  });

const RULES: readonly Rule[] = [topicHasHandler, formExists, someoneCanDoIt, letterExists, callIsKnown, gatewayHasWayOut, goesOn, eventIsComplete];

/** All files against each other and against what the handlers can do. */
export function checkContract(contract: Contract): Finding[] {
  return contract.diagrams.flatMap((diagram) => {
    const found = [...flowElements(diagram.process)].flatMap((element) => RULES.flatMap((rule) => rule(element, contract)));
    const known = settable(diagram, contract);
    return [...found, ...variablesAreSet(diagram, known), ...inputsFit(diagram, contract.handlers, known)].map((item) => ({ ...item, path: diagram.resource.path }));
  });
}

/** Variables that someone sets in a process: a form, a handler, the start, a parameter. */
export interface Settable {
  readonly names: ReadonlySet<string>;
  /** Set by a parameter of a single step: no other step sees it. */
  readonly ofSteps: ReadonlySet<string>;
  /** Some file or handler could not be looked into, so that there may be more. */
  readonly unsure: boolean;
}

function settable({ process }: ReadDiagram, contract: Contract): Settable {
  const elements = [...flowElements(process)];
  const names = new Set(givenVariables(contract.diagrams, contract.forms).get(idOf(process)) ?? []);
  const ofSteps = new Set<string>();
  let unsure = false;
  for (const element of elements) {
    for (const name of formFields(contract.forms.get(String(element['formKey'])))) names.add(name);
    if (contract.broken.has(String(element['formKey']))) unsure = true;
    const loop = element['loopCharacteristics'] as Node | undefined;
    if (typeof loop?.['elementVariable'] === 'string') names.add(loop['elementVariable']);
    for (const output of extensionsOf(element, 'camunda:Out')) names.add(String(output['target']));
    const output = typeof element['topic'] === 'string' ? (contract.handlers.handler(element['topic'])?.output ?? null) : undefined;
    if (output === null) unsure = true;
    for (const name of Object.keys(propertiesOfSchema(output ?? null))) names.add(name);
    for (const name of parameterNames(element, 'inputParameters')) if (!resets(element, name)) (element.$type === 'bpmn:SubProcess' ? names : ofSteps).add(name);
  }
  return { names, ofSteps, unsure };
}

/** A variable that a condition or an office reads must be set by someone. */
function variablesAreSet({ process }: ReadDiagram, { names, ofSteps, unsure }: Settable): Finding[] {
  const read = [...variableUses(process).filter((use) => use.inCondition), ...[...flowElements(process)].flatMap((element) => officeUse(element))];
  const lost = new Map(read.filter((use) => !names.has(use.name) && !ofSteps.has(use.name)).map((use) => [`${use.elementId}/${use.name}`, use]));
  return [...lost.values()].map(({ elementId, name }) =>
    finding('variable-unset', elementId, `Tidak ada formulir atau langkah yang mengisi “${name}”.`, `No form or step sets “${name}”.`, unsure ? 'warning' : 'error'),
  );
}

const officeUse = (element: Node): { elementId: string; name: string }[] => {
  const office = propertiesOf(element)['office'];
  return element.$type === 'bpmn:UserTask' && office ? [{ elementId: idOf(element), name: office }] : [];
};

/** An input parameter without value only resets the variable. */
const resets = (element: Node, name: string): boolean =>
  extensionsOf(element, 'camunda:InputOutput').some((io) => nodes(io['inputParameters']).some((parameter) => parameter['name'] === name && parameter['value'] === undefined));

const formFields = (form: FormDefinition | undefined): string[] => (form ? [...walk(form.components)].filter((component) => component['processVariable'] === true).map((component) => component.key) : []);
