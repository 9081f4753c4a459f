import type { CatalogueEntry, FormVariable } from '../../../api/index.js';
import type { Language } from '../../../shared/i18n/index.js';
import { bodyOf, readInputs, timerOf, type DiagramElement, type Modeler } from './model.js';

/** A process variable as a person picks it. `unknown`: only its name is known, from where the diagram reads it. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly kind: FormVariable['kind'] | 'unknown';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface Known {
  readonly catalogue: readonly CatalogueEntry[];
  readonly forms: readonly FormVariable[];
  readonly lang: Language;
}

/** What a handler's schema says of a value. */
interface Output {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly enum?: readonly unknown[];
}

/** Variables that this diagram is known to have: those of its forms, what its automatic steps answer, and those that it reads already. */
export function variablesOf(modeler: Modeler, { catalogue, forms, lang }: Known): Variable[] {
  const elements = modeler.get('elementRegistry').getAll();
  const used = new Set(elements.map(({ businessObject }) => businessObject.get('camunda:formKey')));
  const ofForms = forms.filter(({ form }) => used.has(form)).map(({ name, label, kind, choices }): Variable => ({ name, label: label[lang], kind, choices: choices.map((choice) => ({ value: choice.value, label: choice.label[lang] })) }));
  const all = [...ofForms, ...elements.flatMap((element) => answeredBy(element, catalogue)), ...elements.flatMap(readBy)];
  const byName = new Map(all.toReversed().map((variable) => [variable.name, variable]));
  return [...byName.values()].toSorted((a, b) => a.label.localeCompare(b.label));
}

export const asExpression = ({ name }: Pick<Variable, 'name'>): string => `\${${name}}`;

const NAMES_IN_EXPRESSION = /\b[A-Za-z_]\w*\b(?=\s*(?:[=!<>]|\}))/g;

function readBy(element: DiagramElement): Variable[] {
  const { businessObject } = element;
  const dates = [bodyOf(timerOf(element)?.expression), businessObject.get('camunda:dueDate')];
  const others = [...readInputs(element).values(), bodyOf(businessObject.get('conditionExpression'))];
  const read = (texts: readonly unknown[], kind: Variable['kind']) =>
    texts.flatMap((text) => (typeof text === 'string' && text.startsWith('${') ? (text.match(NAMES_IN_EXPRESSION) ?? []) : [])).map((name): Variable => ({ name, label: name, kind, choices: [] }));
  return [...read(dates, 'date'), ...read(others, 'unknown')];
}

function answeredBy(element: DiagramElement, catalogue: readonly CatalogueEntry[]): Variable[] {
  const topic = element.type === 'bpmn:ServiceTask' ? element.businessObject.get('camunda:topic') : undefined;
  const outputs = (catalogue.find((entry) => entry.topic === topic)?.output?.['properties'] ?? {}) as Record<string, Output>;
  return Object.entries(outputs).map(([name, output]) => ({ name, label: output.title ?? name, kind: kindOf(output), choices: (output.enum ?? []).map((value) => ({ value: String(value), label: String(value) })) }));
}

function kindOf({ type, format, enum: values }: Output): Variable['kind'] {
  if (values) return 'choice';
  if (format === 'date-time' || format === 'date') return 'date';
  return type === 'boolean' ? 'yes-no' : type === 'number' || type === 'integer' ? 'number' : type === 'string' ? 'text' : 'unknown';
}
