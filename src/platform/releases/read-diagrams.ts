import { processVariables, type FormDefinition } from '../forms/index.js';
import { declareVariables } from './diagram/declarations.js';
import { judgeDiagram } from './diagram/diagram-policy.js';
import { plainStart } from './diagram/diagram-summary.js';
import { extensionsOf, flowElements, nodes, processesOf, serialiseDiagram, type Node } from './diagram/model.js';
import type { Resource } from './resource.js';

export interface ReadDiagram {
  readonly resource: Resource;
  readonly definitions: Node;
  readonly process: Node;
}

/** The diagrams that pass the allow-list, decoded. */
export async function readDiagrams(resources: readonly Resource[]): Promise<ReadDiagram[]> {
  const read: ReadDiagram[] = [];
  for (const resource of resources.filter((item) => item.kind === 'diagram')) {
    const verdict = await judgeDiagram(resource.content);
    const process = verdict.ok ? processesOf(verdict.definitions)[0] : undefined;
    if (verdict.ok && process) read.push({ resource, definitions: verdict.definitions, process });
  }
  return read;
}

/** By process key: what a start form or the calling diagrams hand over. */
export function givenVariables(diagrams: readonly ReadDiagram[], forms: ReadonlyMap<string, FormDefinition>): Map<string, Set<string>> {
  const given = new Map(diagrams.map(({ process }) => [String(process.id), new Set<string>()]));
  for (const { process } of diagrams) {
    const form = forms.get(String(plainStart(process)?.['formKey']));
    if (form) for (const name of processVariables(form)) given.get(String(process.id))?.add(name);
    for (const call of [...flowElements(process)].filter((element) => element.$type === 'bpmn:CallActivity')) {
      for (const input of extensionsOf(call, 'camunda:In')) if (typeof input['target'] === 'string') given.get(String(call['calledElement']))?.add(input['target']);
    }
  }
  return given;
}

/** The topics that the diagrams ask for. */
export const topicsOf = (diagrams: readonly ReadDiagram[]): string[] => [
  ...new Set(diagrams.flatMap(({ process }) => [...flowElements(process)].flatMap((element) => (typeof element['topic'] === 'string' ? [element['topic']] : [])))),
];

/** The roles that the diagrams give tasks to. */
export const rolesIn = (diagrams: readonly ReadDiagram[]): string[] => [
  ...new Set(diagrams.flatMap(({ process }) => [...flowElements(process)].flatMap((element) => String(element['candidateGroups'] ?? '').split(',').map((role) => role.trim()).filter(Boolean)))),
];

/** Names of a node's parameters of one kind. */
export const parameterNames = (element: Node, kind: 'inputParameters' | 'outputParameters'): string[] =>
  extensionsOf(element, 'camunda:InputOutput').flatMap((io) => nodes(io[kind]).map((parameter) => String(parameter['name'])));

/** The resources as the engine gets them: called processes with their variables declared. */
export async function deployable(resources: readonly Resource[]): Promise<Resource[]> {
  const diagrams = await readDiagrams(resources);
  const forms = new Map(resources.filter((item) => item.kind === 'form').map((item) => [item.key, JSON.parse(item.content) as FormDefinition]));
  const given = givenVariables(diagrams, forms);
  const called = new Set(diagrams.flatMap(({ process }) => [...flowElements(process)].map((element) => element['calledElement'])));
  const written = new Map<string, string>();
  for (const { resource, definitions, process } of diagrams) {
    if (!called.has(process.id)) continue;
    declareVariables(process, given.get(String(process.id)) ?? new Set());
    written.set(resource.path, await serialiseDiagram(definitions));
  }
  return resources.map((resource) => ({ ...resource, content: written.get(resource.path) ?? resource.content }));
}
