import { propertiesOf, type Node } from '../diagram/model.js';
import { finding, type Finding } from '../finding.js';
import type { KnownStepProperty } from '../step-properties.js';

/** What a step is marked with must be something that the application knows; not being marked is no fault. */
export function marksAreKnown(element: Node, properties: readonly KnownStepProperty[]): Finding[] {
  const own = propertiesOf(element);
  return properties.flatMap(({ name, title, values }) => {
    const value = own[name];
    if (!value || values.some((one) => one.value === value)) return [];
    return [finding('step-property-unknown', String(element.id), `${title.id} “${value}” tidak dikenal. Pilih salah satu dari daftar, atau kosongkan.`, `${title.en} “${value}” is not known. Choose one of the list, or leave it empty.`)];
  });
}
