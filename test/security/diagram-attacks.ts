/** Where a diagram can carry an expression or code, each with the element that the refusal must name. */
export interface DiagramAttack {
  readonly name: string;
  readonly elementId: string;
  /** The whole diagram with `payload` in this place. */
  readonly xml: (payload: string) => string;
}

interface Slots {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: Readonly<Record<string, string>>;
  readonly process?: string;
  readonly root?: string;
  readonly prolog?: string;
}

/** A sound diagram with every kind of element, into whose slots an attack is put. */
export function diagram({ attributes = {}, inside = {}, process = '', root = '', prolog = '' }: Slots = {}): string {
  const at = (id: string) => attributes[id] ?? '';
  const into = (id: string) => inside[id] ?? '';
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definisi" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="uji" ${at('uji') || 'name="Uji"'} isExecutable="true">${into('uji')}
    <bpmn:startEvent id="mulai" ${at('mulai')}>${into('mulai')}<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="tugas" />
    <bpmn:userTask id="tugas" camunda:formKey="uji" ${at('tugas') || 'name="Tugas" camunda:candidateGroups="kasi"'}>${into('tugas')}<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="tugas" targetRef="otomatis" />
    <bpmn:serviceTask id="otomatis" ${at('otomatis') || 'camunda:type="external" camunda:topic="uji.kerja"'}>${into('otomatis')}<bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:sequenceFlow id="c" sourceRef="otomatis" targetRef="gerbang" />
    <bpmn:exclusiveGateway id="gerbang" default="e" ${at('gerbang')}>${into('gerbang')}<bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>d</bpmn:outgoing><bpmn:outgoing>e</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="d" sourceRef="gerbang" targetRef="panggil">${into('d') || '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${hasil == \'ya\'}</bpmn:conditionExpression>'}</bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="e" sourceRef="gerbang" targetRef="tunggu" />
    <bpmn:callActivity id="panggil" ${at('panggil') || 'calledElement="uji" camunda:calledElementBinding="deployment"'}>${into('panggil')}<bpmn:incoming>d</bpmn:incoming><bpmn:outgoing>f</bpmn:outgoing></bpmn:callActivity>
    <bpmn:sequenceFlow id="f" sourceRef="panggil" targetRef="selesai" />
    <bpmn:intermediateCatchEvent id="tunggu" ${at('tunggu')}><bpmn:incoming>e</bpmn:incoming><bpmn:outgoing>g</bpmn:outgoing>${into('tunggu') || '<bpmn:timerEventDefinition id="jam"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${batas}</bpmn:timeDate></bpmn:timerEventDefinition>'}</bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="g" sourceRef="tunggu" targetRef="selesai" />
    <bpmn:endEvent id="selesai" ${at('selesai')}><bpmn:incoming>f</bpmn:incoming><bpmn:incoming>g</bpmn:incoming>${into('selesai')}</bpmn:endEvent>
    ${process}
  </bpmn:process>
  ${root}
</bpmn:definitions>`;
}

const extension = (xml: string) => `<bpmn:extensionElements>${xml}</bpmn:extensionElements>`;
const io = (xml: string) => extension(`<camunda:inputOutput>${xml}</camunda:inputOutput>`);
const attribute = (name: string, elementId: string, text: (payload: string) => string): DiagramAttack => ({ name, elementId, xml: (payload) => diagram({ attributes: { [elementId]: text(payload) } }) });
const content = (name: string, elementId: string, text: (payload: string) => string): DiagramAttack => ({ name, elementId, xml: (payload) => diagram({ inside: { [elementId]: text(payload) } }) });
const user = (more: string) => `camunda:candidateGroups="kasi" ${more}`;
const loop = (xml: string, more = '') => `<bpmn:multiInstanceLoopCharacteristics ${more}>${xml}</bpmn:multiInstanceLoopCharacteristics>`;
const formal = (tag: string, body: string) => `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${tag}>`;
const external = 'camunda:type="external" camunda:topic="uji.kerja"';

/** Places that the engine evaluates: an expression there ran a command before the engine was hardened. */
export const EXPRESSION_PLACES: readonly DiagramAttack[] = [
  attribute('task name', 'tugas', (p) => user(`name="${p}"`)),
  content('documentation', 'tugas', (p) => `<bpmn:documentation>${p}</bpmn:documentation>`),
  attribute('due date', 'tugas', (p) => user(`camunda:dueDate="${p}"`)),
  attribute('follow-up date', 'tugas', (p) => user(`camunda:followUpDate="${p}"`)),
  attribute('priority', 'tugas', (p) => user(`camunda:priority="${p}"`)),
  attribute('assignee', 'tugas', (p) => user(`camunda:assignee="${p}"`)),
  attribute('candidate users', 'tugas', (p) => user(`camunda:candidateUsers="${p}"`)),
  attribute('candidate groups', 'tugas', (p) => `camunda:candidateGroups="${p}"`),
  { name: 'form key', elementId: 'tugas', xml: (p) => diagram().replace('camunda:formKey="uji"', `camunda:formKey="${p}"`) },
  attribute('form reference', 'tugas', (p) => user(`camunda:formRef="${p}" camunda:formRefBinding="latest"`)),
  content('input parameter', 'tugas', (p) => io(`<camunda:inputParameter name="x">${p}</camunda:inputParameter>`)),
  content('output parameter', 'tugas', (p) => io(`<camunda:outputParameter name="x">${p}</camunda:outputParameter>`)),
  content('list in a parameter', 'tugas', (p) => io(`<camunda:inputParameter name="x"><camunda:list><camunda:value>${p}</camunda:value></camunda:list></camunda:inputParameter>`)),
  content('map in a parameter', 'tugas', (p) => io(`<camunda:inputParameter name="x"><camunda:map><camunda:entry key="k">${p}</camunda:entry></camunda:map></camunda:inputParameter>`)),
  content('loop cardinality', 'tugas', (p) => loop(formal('loopCardinality', p))),
  content('completion condition', 'tugas', (p) => loop(formal('loopCardinality', '2') + formal('completionCondition', p))),
  content('collection', 'tugas', (p) => loop('', `camunda:collection="${p}" camunda:elementVariable="x"`)),
  content('retry cycle', 'otomatis', (p) => extension(`<camunda:failedJobRetryTimeCycle>${p}</camunda:failedJobRetryTimeCycle>`)),
  content('flow condition', 'd', (p) => formal('conditionExpression', p)),
  attribute('topic', 'otomatis', (p) => `camunda:type="external" camunda:topic="${p}"`),
  attribute('task priority of an external task', 'otomatis', (p) => `${external} camunda:taskPriority="${p}"`),
  attribute('job priority', 'otomatis', (p) => `${external} camunda:asyncBefore="true" camunda:jobPriority="${p}"`),
  { name: 'message name', elementId: 'pesan', xml: (p) => diagram({ inside: { tunggu: '<bpmn:messageEventDefinition messageRef="pesan" />' }, root: `<bpmn:message id="pesan" name="${p}" />` }) },
  { name: 'signal name', elementId: 'isyarat', xml: (p) => diagram({ inside: { tunggu: '<bpmn:signalEventDefinition signalRef="isyarat" />' }, root: `<bpmn:signal id="isyarat" name="${p}" />` }) },
  { name: 'error message', elementId: 'galat', xml: (p) => diagram({ inside: { selesai: '<bpmn:errorEventDefinition errorRef="galat" />' }, root: `<bpmn:error id="galat" errorCode="X" camunda:errorMessage="${p}" />` }) },
  { name: 'error code', elementId: 'galat', xml: (p) => diagram({ inside: { selesai: '<bpmn:errorEventDefinition errorRef="galat" />' }, root: `<bpmn:error id="galat" errorCode="${p}" />` }) },
  { name: 'escalation code', elementId: 'eskalasi', xml: (p) => diagram({ inside: { selesai: '<bpmn:escalationEventDefinition escalationRef="eskalasi" />' }, root: `<bpmn:escalation id="eskalasi" escalationCode="${p}" />` }) },
  content('timer date', 'tunggu', (p) => `<bpmn:timerEventDefinition id="jam">${formal('timeDate', p)}</bpmn:timerEventDefinition>`),
  content('timer duration', 'tunggu', (p) => `<bpmn:timerEventDefinition id="jam">${formal('timeDuration', p)}</bpmn:timerEventDefinition>`),
  content('timer cycle', 'tunggu', (p) => `<bpmn:timerEventDefinition id="jam">${formal('timeCycle', p)}</bpmn:timerEventDefinition>`),
  content('conditional event', 'tunggu', (p) => `<bpmn:conditionalEventDefinition id="syarat">${formal('condition', p)}</bpmn:conditionalEventDefinition>`),
  attribute('called element', 'panggil', (p) => `calledElement="${p}" camunda:calledElementBinding="deployment"`),
  attribute('called element version', 'panggil', (p) => `calledElement="uji" camunda:calledElementBinding="version" camunda:calledElementVersion="${p}"`),
  attribute('called element tenant', 'panggil', (p) => `calledElement="uji" camunda:calledElementBinding="deployment" camunda:calledElementTenantId="${p}"`),
  attribute('called CMMN case', 'panggil', (p) => `camunda:caseRef="${p}"`),
  content('source expression of a call', 'panggil', (p) => extension(`<camunda:in sourceExpression="${p}" target="x" />`)),
  content('business key of a call', 'panggil', (p) => extension(`<camunda:in businessKey="${p}" />`)),
  attribute('process name', 'uji', (p) => `name="${p}"`),
  attribute('starter groups', 'uji', (p) => `camunda:candidateStarterGroups="${p}"`),
  attribute('starter users', 'uji', (p) => `camunda:candidateStarterUsers="${p}"`),
  attribute('event name', 'selesai', (p) => `name="${p}"`),
  content('extension property', 'tugas', (p) => extension(`<camunda:properties><camunda:property name="office" value="${p}" /></camunda:properties>`)),
  content('form data default', 'tugas', (p) => extension(`<camunda:formData><camunda:formField id="f" type="string" defaultValue="${p}" /></camunda:formData>`)),
];

/** Things that are code, whatever they hold. */
export const CODE_PLACES: readonly DiagramAttack[] = [
  attribute('class', 'otomatis', () => 'camunda:class="java.lang.ProcessBuilder"'),
  attribute('delegate expression', 'otomatis', (p) => `camunda:delegateExpression="${p}"`),
  attribute('expression', 'otomatis', (p) => `camunda:expression="${p}"`),
  attribute('shell task', 'otomatis', () => 'camunda:type="shell"'),
  attribute('mail task', 'otomatis', () => 'camunda:type="mail"'),
  content('field injection', 'otomatis', (p) => extension(`<camunda:field name="command" expression="${p}" />`)),
  content('connector', 'otomatis', () => extension('<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>')),
  content('execution listener', 'otomatis', (p) => extension(`<camunda:executionListener event="start" expression="${p}" />`)),
  content('task listener', 'tugas', (p) => extension(`<camunda:taskListener event="create" expression="${p}" />`)),
  content('script in a parameter', 'tugas', () => io('<camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter>')),
  content('script in a flow', 'd', () => '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">true</bpmn:conditionExpression>'),
  content('form field validator', 'tugas', () => extension('<camunda:formData><camunda:formField id="f" type="string"><camunda:validation><camunda:constraint name="validator" config="a.B" /></camunda:validation></camunda:formField></camunda:formData>')),
  { name: 'script task', elementId: 'skrip', xml: () => diagram({ process: '<bpmn:scriptTask id="skrip" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask>' }) },
  { name: 'business rule task', elementId: 'aturan', xml: () => diagram({ process: '<bpmn:businessRuleTask id="aturan" camunda:decisionRef="x" />' }) },
  { name: 'form handler class', elementId: 'tugas', xml: () => diagram({ attributes: { tugas: user('camunda:formHandlerClass="a.B"') } }) },
  { name: 'variable mapping class', elementId: 'panggil', xml: () => diagram({ attributes: { panggil: 'calledElement="uji" camunda:calledElementBinding="deployment" camunda:variableMappingClass="a.B"' } }) },
  { name: 'a called diagram of any version', elementId: 'panggil', xml: () => diagram({ attributes: { panggil: 'calledElement="uji" camunda:calledElementBinding="latest"' } }) },
  { name: 'an unknown attribute', elementId: 'tugas', xml: () => diagram({ attributes: { tugas: user('camunda:unheardOf="1"') } }) },
  { name: 'an unknown namespace', elementId: 'tugas', xml: () => diagram({ inside: { tugas: extension('<x:y xmlns:x="urn:x" />') } }) },
];
