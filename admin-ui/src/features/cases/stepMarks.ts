import type { StepProperties } from '../../api/index.js';

const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

/** What a step of a diagram is marked with, in words; empty where with nothing that an application knows. */
export function stepMarks(element: Element, properties: StepProperties, lang: 'id' | 'en'): string {
  const extensions = [...element.children].find(({ localName }) => localName === 'extensionElements');
  const own = new Map([...(extensions?.getElementsByTagNameNS(CAMUNDA, 'property') ?? [])].map((one) => [one.getAttribute('name'), one.getAttribute('value')]));
  return properties.flatMap(({ name, title, values }) => {
    const value = values.find((one) => one.value === own.get(name));
    return value ? [`${title[lang]}: ${/\d/.test(value.value) ? `${value.value} ` : ''}${value.name[lang]}`] : [];
  }).join(' · ');
}
