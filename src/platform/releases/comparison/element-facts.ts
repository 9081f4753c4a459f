import type { Text } from '../../../sdk/index.js';
import { extensionsOf, flowElements, isNode, nodes, propertiesOf, type Node } from '../diagram/model.js';
import { rolesRecording } from '../diagram/recorders.js';
import type { Fact } from './change.js';
import { kindOf, placeInWords } from './element-words.js';
import { otherFacts } from './other-facts.js';
import { conditionInWords, valueInWords, type Vocabulary } from './vocabulary.js';
import { both, quoted, YES } from './wording.js';

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const body = (value: unknown): string | null => (isNode(value) ? text(value['body']) : null);
const list = (value: string, one: (key: string) => Text): Text => {
  const all = value.split(',').map((key) => one(key.trim()));
  return { id: all.map(({ id }) => id).join(', '), en: all.map(({ en }) => en).join(', ') };
};

type Words = (value: string) => Text;
type Rule = readonly [name: string, label: Text, read: (node: Node) => string | null, words: Words];

/** What a diagram's element says of itself, property by property, in words. */
export function elementFacts(node: Node, words: Vocabulary, lane: string | undefined): Map<string, Fact> {
  const value: Words = (raw) => valueInWords(raw, words);
  const place = (name: string) => (one: Node) => (isNode(one[name]) ? String(one[name].id) : null);
  const target = (name: string): Words => () => (isNode(node[name]) ? placeInWords(node[name]) : both(''));
  const direct = (name: string) => (one: Node) => text(one[name]);
  const rules: readonly Rule[] = [
    ['type', { id: 'Jenis', en: 'Kind' }, ({ $type }) => $type, () => kindOf(node)],
    ['name', { id: 'Nama', en: 'Name' }, (one) => text(one['name'])?.replaceAll(/\s+/g, ' ') ?? null, (raw) => quoted(both(raw))],
    ['text', { id: 'Teks', en: 'Text' }, direct('text'), (raw) => quoted(both(raw))],
    ['documentation', { id: 'Penjelasan', en: 'Explanation' }, (one) => text(nodes(one['documentation'])[0]?.['text']), (raw) => quoted(both(raw))],
    ['role', { id: 'Peran yang mengerjakan', en: 'Role that does it' }, direct('candidateGroups'), (raw) => list(raw, words.role)],
    ['starters', { id: 'Peran yang dapat memulai', en: 'Roles that may start it' }, direct('candidateStarterGroups'), (raw) => list(raw, words.role)],
    ['assignee', { id: 'Orang yang mengerjakan', en: 'Person who does it' }, direct('assignee'), value],
    ['form', { id: 'Formulir', en: 'Form' }, direct('formKey'), words.form],
    ['due', { id: 'Batas waktu', en: 'Deadline' }, direct('dueDate'), value],
    ['followUp', { id: 'Waktu tindak lanjut', en: 'Follow-up' }, direct('followUpDate'), value],
    ['timer', { id: node.$type === 'bpmn:BoundaryEvent' ? 'Batas waktu' : 'Waktu', en: node.$type === 'bpmn:BoundaryEvent' ? 'Deadline' : 'Time' }, timerOf, value],
    ['condition', { id: 'Syarat', en: 'Condition' }, (one) => body(one['conditionExpression']) ?? events(one).map((event) => body(event['condition'])).find(Boolean) ?? null, (raw) => conditionInWords(raw, words)],
    ['default', { id: 'Alur bila tidak ada syarat yang terpenuhi', en: 'Flow when no condition holds' }, place('default'), target('default')],
    ['from', { id: 'Asal', en: 'From' }, place('sourceRef'), target('sourceRef')],
    ['to', { id: 'Tujuan', en: 'To' }, place('targetRef'), target('targetRef')],
    ['attached', { id: 'Menempel pada', en: 'Attached to' }, place('attachedToRef'), target('attachedToRef')],
    ['goesOn', { id: 'Langkah tetap berjalan', en: 'The step goes on' }, (one) => (one['cancelActivity'] === false ? 'true' : null), () => YES],
    ['topic', { id: 'Pekerjaan otomatis', en: 'Automatic work' }, direct('topic'), words.topic],
    ['called', { id: 'Diagram yang dipanggil', en: 'Diagram called' }, direct('calledElement'), words.diagram],
    ['message', { id: 'Pesan', en: 'Message' }, (one) => reference(one, 'messageRef', 'name'), both],
    ['signal', { id: 'Sinyal', en: 'Signal' }, (one) => reference(one, 'signalRef', 'name'), both],
    ['error', { id: 'Kegagalan', en: 'Failure' }, (one) => reference(one, 'errorRef', 'errorCode'), both],
    ['escalation', { id: 'Eskalasi', en: 'Escalation' }, (one) => reference(one, 'escalationRef', 'escalationCode'), both],
    ['loop', { id: 'Diulang untuk setiap', en: 'Repeated for each' }, (one) => (isNode(one['loopCharacteristics']) ? text(one['loopCharacteristics']['collection']) ?? body(one['loopCharacteristics']['loopCardinality']) : null), (raw) => valueInWords(raw, words)],
    ['lane', { id: 'Lajur', en: 'Lane' }, () => lane ?? null, (raw) => quoted(both(raw))],
  ];
  const facts = new Map<string, Fact>();
  for (const [name, label, read, inWords] of rules) {
    const raw = read(node);
    if (raw !== null) facts.set(name, { label, raw, value: inWords(raw) });
  }
  for (const [name, fact] of [...parameters(node, words), ...properties(node, words), ...otherFacts(node)]) facts.set(name, fact);
  return facts;
}

const events = (node: Node): Node[] => nodes(node['eventDefinitions']);
const timerOf = (node: Node): string | null => events(node).flatMap((event) => ['timeDate', 'timeDuration', 'timeCycle'].map((name) => body(event[name]))).find((raw) => raw !== null) ?? null;
const reference = (node: Node, name: string, property: string): string | null => events(node).map((event) => event[name]).filter(isNode).map((one) => String(one[property] ?? one.id)).join(', ') || null;

const EMPTY: Text = { id: 'dikosongkan', en: 'made empty' };

/** What a step is given and what it hands on. */
function* parameters(node: Node, words: Vocabulary): Generator<[string, Fact]> {
  for (const [kind, id, en] of [['inputParameters', 'Masukan', 'Input'], ['outputParameters', 'Hasil', 'Result']] as const) {
    for (const { name, value } of extensionsOf(node, 'camunda:InputOutput').flatMap((io) => nodes(io[kind]))) {
      const called = words.input(String(node['topic']), String(name));
      const raw = text(value);
      yield [`${kind}:${String(name)}`, { label: { id: `${id} ${called.id}`, en: `${en} ${called.en}` }, raw: raw ?? '', value: raw === null ? EMPTY : valueInWords(raw, words) }];
    }
  }
  for (const [kind, id, en] of [['camunda:In', 'Diteruskan', 'Handed over'], ['camunda:Out', 'Diterima kembali', 'Taken back']] as const) {
    for (const { source, target, businessKey } of extensionsOf(node, kind)) {
      const name = String(target ?? businessKey);
      yield [`${kind}:${name}`, { label: { id: `${id} ${words.variable(name).id}`, en: `${en} ${words.variable(name).en}` }, raw: String(source ?? businessKey), value: words.variable(String(source ?? businessKey)) }];
    }
  }
}

const PROPERTIES: Readonly<Record<string, Text>> = { step: { id: 'Nomor langkah SOP', en: 'SOP step number' }, office: { id: 'Milik OPD dalam variabel', en: 'Office in variable' }, recordedBy: { id: 'Dapat dicatat oleh', en: 'May be recorded by' }, workingDays: { id: 'Jumlah hari kerja', en: 'Number of working days' }, person: { id: 'Orang yang mengerjakan', en: 'Person who does it' }, sameAs: { id: 'Dikerjakan orang yang sama dengan', en: 'Done by the same person as' } };

const properties = (node: Node, words: Vocabulary): [string, Fact][] =>
  Object.entries(propertiesOf(node)).map(([name, raw]) => [`property:${name}`, { label: PROPERTIES[name] ?? { id: `Sifat ${name}`, en: `Property ${name}` }, raw, value: propertyInWords(name, raw, node, words) }]);

function propertyInWords(name: string, raw: string, node: Node, words: Vocabulary): Text {
  if (name === 'recordedBy') return listed(rolesRecording(raw).map((role) => words.role(role)));
  const step = name === 'sameAs' ? beside(node, raw) : undefined;
  return step ? placeInWords(step) : both(raw);
}

const listed = (texts: readonly Text[]): Text => ({ id: texts.map(({ id }) => id).join(', '), en: texts.map(({ en }) => en).join(', ') });

/** The element of this id in the same diagram. */
function beside(node: Node, id: string): Node | undefined {
  let process = node;
  while (process.$parent && process.$type !== 'bpmn:Process') process = process.$parent;
  return [...flowElements(process)].find((element) => element.id === id);
}
