import type { CatalogueEntry } from '../../../api/index.js';
import { readInputs, type DiagramElement, type Modeler } from './model.js';

/** Variables that this diagram is known to have, as `${name}`: those that it reads already, and what its automatic steps answer. */
export function variablesOf(modeler: Modeler, catalogue: readonly CatalogueEntry[]): string[] {
  const names = modeler.get('elementRegistry').getAll().flatMap((element) => [...readIn(element), ...answeredBy(element, catalogue)]);
  return [...new Set(names)].sort().map((name) => `\${${name}}`);
}

const readIn = (element: DiagramElement): string[] => [...readInputs(element).values()].flatMap((value) => /^\$\{\s*(\w+)\s*\}$/.exec(value)?.[1] ?? []);

function answeredBy(element: DiagramElement, catalogue: readonly CatalogueEntry[]): string[] {
  const topic = element.type === 'bpmn:ServiceTask' ? element.businessObject.get('camunda:topic') : undefined;
  return Object.keys((catalogue.find((entry) => entry.topic === topic)?.output?.['properties'] as object | undefined) ?? {});
}
