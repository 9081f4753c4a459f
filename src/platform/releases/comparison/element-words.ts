import type { Text } from '../../../sdk/index.js';
import type { Node } from '../diagram/model.js';
import { nodes } from '../diagram/model.js';
import { both, quoted } from './wording.js';

const KINDS: readonly (readonly [RegExp, Text])[] = [
  [/^bpmn:UserTask$/, { id: 'tugas orang', en: 'person’s task' }], [/^bpmn:(Service|Send)Task$/, { id: 'langkah otomatis', en: 'automatic step' }], [/Task$/, { id: 'langkah', en: 'step' }],
  [/^bpmn:CallActivity$/, { id: 'panggilan diagram lain', en: 'call of another diagram' }], [/^bpmn:SubProcess$/, { id: 'kelompok langkah', en: 'group of steps' }], [/Gateway$/, { id: 'percabangan', en: 'branching' }],
  [/^bpmn:StartEvent$/, { id: 'awal', en: 'start' }], [/^bpmn:EndEvent$/, { id: 'akhir', en: 'end' }], [/Event$/, { id: 'kejadian', en: 'event' }], [/Flow$/, { id: 'alur', en: 'flow' }],
  [/^bpmn:Lane$/, { id: 'lajur', en: 'lane' }], [/^bpmn:Participant$/, { id: 'bidang', en: 'pool' }], [/^bpmn:Process$/, { id: 'diagram', en: 'diagram' }], [/^bpmn:(TextAnnotation|Group|Association)$/, { id: 'keterangan', en: 'note' }],
];
const OTHER: Text = { id: 'unsur', en: 'part' };

export const kindOf = ({ $type }: Node): Text => KINDS.find(([pattern]) => pattern.test($type))?.[1] ?? OTHER;

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '');

/** What is written on it; a flow is known by what it joins. */
function nameOf(node: Node): string {
  if (node.$type === 'bpmn:SequenceFlow') {
    const ends = ['sourceRef', 'targetRef'].map((end) => nodes(node[end]).map((one) => nameOf(one) || String(one.id)).join(''));
    return [text(node['name']), ends.every(Boolean) ? ends.join(' → ') : ''].filter(Boolean).join(': ');
  }
  return text(node['name']) || text(node['text']);
}

/** `langkah 8. Menyampaikan data`, `alur “A → B”`: how a sentence names the place. */
export function placeInWords(node: Node): Text {
  const name = nameOf(node);
  if (node.$type === 'bpmn:Process') return { id: 'diagram', en: 'the diagram' };
  if (/^\d+[.)]/.test(name)) return { id: `langkah ${name}`, en: `step ${name}` };
  const kind = kindOf(node);
  const label = quoted(both(name || String(node.id)));
  return { id: `${kind.id} ${label.id}`, en: `${kind.en} ${label.en}` };
}
