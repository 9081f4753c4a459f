import { flowElements, nodes, propertiesOf, type Node } from '../diagram/model.js';
import { rolesRecording } from '../diagram/recorders.js';
import { finding, type Finding } from '../finding.js';
import { repair, type Repair } from '../repair.js';
import { Ways } from './paths.js';
import type { KnownPerson } from './surroundings.js';

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '');
const nameOf = (element: Node): string => text(element['name']) || text(element.id);
const rolesOf = (task: Node): string[] => [...text(task['candidateGroups']).split(',').map((role) => role.trim()), ...rolesRecording(propertiesOf(task)['recordedBy'])];

const anyone = (task: Node): Repair => repair('anyone', text(task.id), '', 'Berikan kepada semua yang berperan', 'Give it to anybody of the role');

/**
 * The person that a task is meant for must be there and be allowed. None of it keeps a version from going live: the task
 * falls to its role then, and people come and go without anybody publishing.
 */
export function namedPersonCan(task: Node, people: ReadonlyMap<string, KnownPerson> | null): Finding[] {
  const username = task.$type === 'bpmn:UserTask' ? propertiesOf(task)['person'] : undefined;
  if (!username || people === null) return [];
  const person = people.get(username);
  const told = (code: string, id: string, en: string) => [finding(code, text(task.id), `${id} Tugas ini jatuh kepada perannya. Pilih orang lain, atau berikan kepada semua yang berperan.`, `${en} The task falls to its role. Choose somebody else, or give it to anybody of the role.`, 'warning', anyone(task))];
  if (!person) return told('person-unknown', `Akun “${username}” tidak ada.`, `There is no account “${username}”.`);
  if (!person.active) return told('person-locked', `${person.name} tidak aktif lagi dan tidak dapat masuk.`, `${person.name} is no longer active and cannot sign in.`);
  if (!rolesOf(task).some((role) => person.roles.includes(role))) return told('person-without-role', `${person.name} tidak mempunyai peran tugas ini.`, `${person.name} does not have this task’s role.`);
  return [];
}

/** “The same as in” a step: it must be there, come before on every way, and be done by one person. */
export function sameStepIsThere(process: Node, processes: readonly Node[] = []): Finding[] {
  const elements = [...flowElements(process)];
  const tasks = elements.filter((element) => element.$type === 'bpmn:UserTask' && propertiesOf(element)['sameAs'] && !propertiesOf(element)['person']);
  if (tasks.length === 0) return [];
  const ways = new Ways(process);
  return tasks.flatMap((task) => {
    const step = elements.find(({ id }) => id === propertiesOf(task)['sameAs']);
    if (step?.$type !== 'bpmn:UserTask' || step === task) return [step ? gone(task) : elsewhere(task, processes) ?? gone(task)];
    if (ways.leftUndone((element) => element === step).has(task)) return [sometimes(task, step)];
    return repeatedAround(step).some((one) => !around(task).includes(one)) ? [byMany(task, step)] : [];
  });
}

const gone = (task: Node): Finding =>
  finding('same-step-gone', text(task.id), 'Langkah yang pelaksananya harus sama tidak ada lagi. Pilih langkah lain, atau berikan tugas ini kepada semua yang berperan.', 'The step that this should be done by the same person as is no longer there. Choose another, or give the task to anybody of the role.', 'error', anyone(task));

/** A diagram may be called by several, and each run of it by another run: whose step it would be cannot be said. */
function elsewhere(task: Node, processes: readonly Node[]): Finding | undefined {
  for (const process of processes) {
    const step = [...flowElements(process)].find(({ $type, id }) => $type === 'bpmn:UserTask' && id === propertiesOf(task)['sameAs']);
    if (step) return finding('same-step-elsewhere', text(task.id), `“${nameOf(step)}”, yang pelaksananya harus sama, ada di diagram lain (${nameOf(process)}). Pelaksana hanya dapat disamakan dengan langkah di diagram ini. Pilih langkah lain, atau berikan tugas ini kepada semua yang berperan.`, `“${nameOf(step)}”, which this should be done by the same person as, is in another diagram (${nameOf(process)}). Only steps of this diagram can be meant. Choose another, or give the task to anybody of the role.`, 'error', anyone(task));
  }
  return undefined;
}

const sometimes = (task: Node, step: Node): Finding =>
  finding('same-step-not-before', text(task.id), `“${nameOf(step)}” tidak dilewati pada semua jalan menuju ke sini. Pada jalan lain belum ada pelaksananya, dan tugas ini jatuh kepada perannya.`, `Not every way to here comes through “${nameOf(step)}”. On the others nobody has done it, and this task falls to its role.`, 'warning', anyone(task));

const byMany = (task: Node, step: Node): Finding =>
  finding('same-step-repeated', text(task.id), `“${nameOf(step)}” dikerjakan berulang, mungkin oleh beberapa orang. Tugas ini diberikan kepada yang terakhir menyelesaikannya.`, `“${nameOf(step)}” is done several times, perhaps by several people. This task is given to whoever did it last.`, 'warning', anyone(task));

/** The element and the groups that it is in. */
const around = (element: Node): Node[] => [element, ...(element.$parent && element.$parent.$type === 'bpmn:SubProcess' ? around(element.$parent) : [])];
const repeatedAround = (element: Node): Node[] => around(element).filter((one) => nodes(one['loopCharacteristics']).length > 0);
