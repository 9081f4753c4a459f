import type { Text } from '../../sdk/index.js';
import { walk, type FormDefinition } from '../forms/index.js';
import { LETTER_TITLES } from '../notifications/index.js';
import { flowElements, nodes, parseDiagram, processesOf, type Node } from './diagram/model.js';
import type { Resource } from './resource.js';

/** What people call a file and the parts of it: they know steps and fields by these, not by ids. */
export interface ResourceNames {
  readonly title: Text;
  /** By the element's id or the component's key. */
  readonly parts: ReadonlyMap<string, string>;
}

const LONGEST = 120;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const both = (text: string): Text => ({ id: text, en: text });

/** Also of a file that may not go live; of one that cannot be read at all only the key is known. `definitions`: the diagram's, where it is read already. */
export async function namesOf({ kind, key, content }: Resource, definitions?: Node): Promise<ResourceNames> {
  const unknown: ResourceNames = { title: LETTER_TITLES[key] ?? both(key), parts: new Map() };
  if (kind === 'letter') return unknown;
  try {
    if (kind === 'part') return partNames(key, JSON.parse(content) as FormDefinition);
    return kind === 'form' ? formNames(JSON.parse(content) as FormDefinition) : diagramNames(key, definitions ?? (await parseDiagram(content)).definitions);
  } catch {
    return { ...unknown, title: both(key) };
  }
}

function partNames(key: string, form: FormDefinition): ResourceNames {
  const { title, parts } = formNames(form);
  const version = key.slice(key.lastIndexOf('-') + 1);
  return { title: { id: `${title.id} (versi ${version})`, en: `${title.en} (version ${version})` }, parts };
}

function formNames({ title, components }: FormDefinition): ResourceNames {
  const labelled = [...walk(components)].filter(({ label }) => typeof label === 'string' && label !== '');
  return { title: { id: String(title.id), en: String(title.en) }, parts: new Map(labelled.map((component) => [component.key, short(String(component.label))])) };
}

function diagramNames(key: string, definitions: Node): ResourceNames {
  const process = processesOf(definitions)[0];
  const parts = new Map<string, string>();
  for (const element of process ? flowElements(process) : []) {
    const name = element.$type === 'bpmn:SequenceFlow' ? flowName(element) : nameOf(element);
    if (element.id && name) parts.set(element.id, short(name));
  }
  for (const lane of nodes(process?.['laneSets']).flatMap((set) => nodes(set['lanes']))) if (lane.id) parts.set(lane.id, short(nameOf(lane)));
  return { title: both((process && nameOf(process)) || key), parts };
}

const nameOf = (element: Node): string => (typeof element['name'] === 'string' ? element['name'].replaceAll(/\s+/g, ' ').trim() : '');

/** A flow is known by what it joins. */
function flowName(flow: Node): string {
  const ends = [flow['sourceRef'], flow['targetRef']].map((end) => nodes(end).map((node) => nameOf(node) || String(node.id)).join(''));
  return [nameOf(flow), ends.every(Boolean) ? ends.join(' → ') : ''].filter(Boolean).join(': ');
}
