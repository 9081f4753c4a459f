import type { HandlerCatalogue } from '../../sdk/index.js';
import type { FormDefinition } from '../forms/index.js';
import { conditionOf, setOnEveryPath } from './check/one-path.js';
import { defaultRepair, roleRepair } from './check/people-and-gateways.js';
import { settable, type Settable } from './check/settable.js';
import type { Surroundings } from './check/surroundings.js';
import { unset } from './check/unset.js';
import { marksAreKnown } from './check/step-marks.js';
import { namedPersonCan, sameStepIsThere } from './check/who-does-it.js';
import { bareVariable } from './diagram/condition.js';
import { variableUses, type VariableUse } from './diagram/diagram-summary.js';
import { workingDaysOf } from './diagram/working-days.js';
import { timeRepair } from './diagram/times.js';
import { extensionsOf, flowElements, nodes, propertiesOf, type Node } from './diagram/model.js';
import { finding, type Finding } from './finding.js';
import { inputsFit } from './handler-inputs.js';
import type { ReadDiagram } from './read-diagrams.js';
import type { KnownStepProperty } from './step-properties.js';

export interface Contract {
  readonly diagrams: readonly ReadDiagram[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly letters: ReadonlySet<string>;
  /** Keys of files that were refused by themselves: they exist, but nobody can look into them. */
  readonly broken: ReadonlySet<string>;
  readonly handlers: HandlerCatalogue;
  readonly roles: ReadonlySet<string>;
  /** Null where nobody is known. */
  readonly people: Surroundings['people'];
  /** What steps may be marked with. */
  readonly stepProperties: readonly KnownStepProperty[];
  /** The forms of the release before. */
  readonly before: readonly FormDefinition[];
}

type Rule = (element: Node, contract: Contract) => Finding[];
const idOf = (element: Node): string => String(element.id);
const isEventSubprocess = (element: Node): boolean => element.$type === 'bpmn:SubProcess' && element['triggeredByEvent'] === true;

const topicHasHandler: Rule = (element, { handlers }) => {
  if (!['bpmn:ServiceTask', 'bpmn:SendTask'].includes(element.$type)) return [];
  if (element['type'] !== 'external' || typeof element['topic'] !== 'string') return [finding('topic-missing', idOf(element), 'Belum dipilih apa yang dikerjakan langkah otomatis ini. Pilih langkah otomatisnya.', 'It is not chosen what this automatic step does. Choose an automatic step.')];
  if (handlers.handler(element['topic'])) return [];
  return [finding('topic-unknown', idOf(element), `Tidak ada yang mengerjakan langkah otomatis “${element['topic']}”. Pilih langkah otomatis lain, atau pasang plugin yang mengerjakannya.`, `Nothing does the automatic step “${element['topic']}”. Choose another automatic step, or install the plugin that does it.`)];
};

const formExists: Rule = (element, { forms, broken }) => {
  const key = element['formKey'];
  if (key === undefined) return element.$type === 'bpmn:UserTask' ? [finding('form-missing', idOf(element), 'Tugas ini belum mempunyai formulir.', 'This task has no form.')] : [];
  return forms.has(String(key)) || broken.has(String(key)) ? [] : [finding('form-unknown', idOf(element), `Formulir “${String(key)}” tidak ada.`, `There is no form “${String(key)}”.`)];
};

const someoneCanDoIt: Rule = (element, { roles }) => {
  if (element.$type !== 'bpmn:UserTask') return [];
  const groups = typeof element['candidateGroups'] === 'string' ? element['candidateGroups'].split(',').map((group) => group.trim()) : [];
  if (groups.length === 0) return [finding('role-missing', idOf(element), 'Tidak ada yang mengerjakan tugas ini: perannya belum dipilih. Pilih peran yang mengerjakannya.', 'Nobody does this task: it has no role. Choose the role that does it.', 'error', roleRepair(element, roles))];
  const unknown = groups.filter((group) => !roles.has(group));
  return unknown.length === 0 ? [] : [finding('role-unknown', idOf(element), `Peran “${unknown.join(', ')}” tidak ada. Pilih peran yang ada.`, `There is no role “${unknown.join(', ')}”. Choose one that there is.`, 'error', roleRepair(element, roles))];
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
  const findings = bare.map((flow) => finding('flow-condition', idOf(flow), 'Alur ini memerlukan syarat, atau harus menjadi alur bawaan.', 'This flow needs a condition, or must be the default.', 'error', element['default'] === undefined && flow === bare[0] ? defaultRepair(element) : null));
  return element['default'] === undefined ? [...findings, finding('gateway-default', idOf(element), 'Percabangan ini memerlukan satu alur bawaan: jalan yang dipakai bila tidak ada syarat yang terpenuhi.', 'This gateway needs a default flow: the way that is taken where no condition holds.', 'error', defaultRepair(element))] : findings;
};

const goesOn: Rule = (element) => {
  const leads = /Task$|Gateway$|SubProcess$|CallActivity$|StartEvent$|IntermediateCatchEvent$|BoundaryEvent$/.test(element.$type) && !isEventSubprocess(element);
  const reached = leads && !/StartEvent$|BoundaryEvent$/.test(element.$type);
  const lost = leads && nodes(element['outgoing']).length === 0 ? [deadEnd(element)] : [];
  return reached && nodes(element['incoming']).length === 0 ? [...lost, finding('not-reached', idOf(element), 'Langkah ini tidak pernah dicapai.', 'Nothing leads to this step.')] : lost;
};

const deadEnd = (element: Node): Finding =>
  element.$type.endsWith('Gateway')
    ? finding('gateway-no-way-out', idOf(element), 'Percabangan ini tidak mempunyai jalan keluar. Tarik alur ke langkah berikutnya.', 'This gateway has no way out. Draw a flow to the next step.')
    : finding('no-way-out', idOf(element), 'Dari sini tidak ada jalan keluar. Tarik alur ke langkah berikutnya atau ke akhir.', 'Nothing leads on from here. Draw a flow to the next step or to an end.');

const eventIsComplete: Rule = (element) =>
  nodes(element['eventDefinitions']).flatMap((definition) => {
    const needed: Readonly<Record<string, readonly string[]>> = { Timer: ['timeDate', 'timeDuration', 'timeCycle'], Message: ['messageRef'], Signal: ['signalRef'], Conditional: ['condition'] };
    const names = needed[definition.$type.replace(/^bpmn:|EventDefinition$/g, '')] ?? [];
    return names.length === 0 || names.some((name) => definition[name] !== undefined) ? [] : [incomplete(element, definition)];
  });

const incomplete = (element: Node, definition: Node): Finding =>
  definition.$type === 'bpmn:TimerEventDefinition'
    ? finding('event-incomplete', idOf(element), 'Waktu tunggu belum diisi.', 'It is not filled in how long to wait.', 'error', timeRepair(idOf(element)))
    : finding('event-incomplete', idOf(element), 'Belum diisi apa yang ditunggu di sini.', 'It is not filled in what is waited for here.');

const personCan: Rule = (element, { people }) => namedPersonCan(element, people);

const markedRightly: Rule = (element, { stepProperties }) => marksAreKnown(element, stepProperties);

const workingDaysCount: Rule = (element) =>
  workingDaysOf(element) === 'unreadable' ? [finding('working-days-unreadable', idOf(element), 'Hari kerja dihitung dari tanggal sebuah isian, atau sejak langkah ini dicapai. Pilih waktunya lagi.', 'Working days are counted from the date of a field, or from when this step is reached. Choose the time again.')] : [];

const RULES: readonly Rule[] = [workingDaysCount, markedRightly, topicHasHandler, formExists, someoneCanDoIt, personCan, letterExists, callIsKnown, gatewayHasWayOut, goesOn, eventIsComplete];

/** All files against each other and against what the handlers can do. */
export function checkContract(contract: Contract): Finding[] {
  const processes = contract.diagrams.map(({ process }) => process);
  return contract.diagrams.flatMap((diagram) => {
    const found = [...flowElements(diagram.process)].flatMap((element) => RULES.flatMap((rule) => rule(element, contract)));
    const known = settable(diagram, contract);
    return [...found, ...sameStepIsThere(diagram.process, processes), ...variablesAreSet(diagram, known, contract), ...inputsFit(diagram, contract.handlers, known)].map((item) => ({ ...item, path: diagram.resource.path }));
  });
}

/** A variable that a condition or an office reads must be set by someone; one in a condition, on every way to it. */
function variablesAreSet({ process }: ReadDiagram, known: Settable, contract: Contract): Finding[] {
  const { names, ofSteps, unsure } = known;
  const flows = new Map([...flowElements(process)].map((element) => [element.id, element]));
  const conditions = variableUses(process).filter((use) => use.inCondition);
  const read = [...conditions, ...[...flows.values()].flatMap((element) => officeUse(element))];
  const lost = new Map(read.filter((use) => !names.has(use.name) && !ofSteps.has(use.name)).map((use) => [`${use.elementId}/${use.name}`, use]));
  const severity = unsure ? 'warning' : 'error';
  return [
    ...[...lost.values()].map((use) => unset(use, conditionOf(flows.get(use.elementId)), { forms: contract.forms.values(), before: contract.before, severity })),
    ...setOnEveryPath(process, conditions.filter(({ name }) => names.has(name) && !known.throughout.has(name) && !ofSteps.has(name)), (element) => known.byElement.get(element) ?? null, [...contract.forms.values()]),
  ];
}

const officeUse = (element: Node): VariableUse[] => {
  const office = propertiesOf(element)['office'];
  return element.$type === 'bpmn:UserTask' && office ? [{ elementId: idOf(element), name: office, inCondition: false }] : [];
};
