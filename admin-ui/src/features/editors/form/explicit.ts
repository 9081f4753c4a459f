import type { FormComponent } from '../../../api/index.js';
import { eachComponent } from '../../../shared/formio/prepare.js';
import { ownTypes } from '../../../shared/formio/setup.js';
import { nameColumns } from './caseTable/columns.js';
import { reasonsFollow } from './decision.js';

const CHOICES = new Set(['radio', 'select']);
const OWN_SETTINGS = ['enableTime', 'multipleFiles', 'filePattern', 'fileMaxSize', 'datasetKey', 'scheme'];

/**
 * The builder leaves out what equals the browser's defaults, which the server does not know: what matters there is
 * written down. Values of choices are text, so that "01" stays "01".
 */
export function explicit(components: FormComponent[]): FormComponent[] {
  const copy = structuredClone(components).filter((component) => component.type !== 'button');
  eachComponent(copy, (component) => {
    if (CHOICES.has(component.type)) {
      component['dataType'] = 'string';
      component['validate'] = { ...(component['validate'] as object | undefined), onlyAvailableItems: true };
    }
    const own = Object.entries(ownTypes).find(([type]) => type === component.type)?.[1].schema();
    for (const setting of OWN_SETTINGS) if (own?.[setting] !== undefined) component[setting] ??= own[setting];
    component['input'] ??= true;
  });
  reasonsFollow(copy);
  nameColumns(copy);
  return copy;
}
