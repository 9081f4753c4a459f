import type { FormComponent } from '../form-definition.js';
import { COMMON, saysNothing, TYPES } from '../policy/properties.js';
import { isRecord } from '../validation/empty.js';

const STRUCTURE = new Set(['key', 'type', 'components', 'columns']);
/** Looked into, so that one rule that is code does not take the others with it. */
const OPENED = new Set(['validate', 'conditional', 'data']);

export interface Fitted {
  readonly component: FormComponent;
  /** Names of the settings that were left out and said something. */
  readonly left: readonly string[];
}

/** The settings that the component's type may have here. What nobody set is dropped without a word. */
export function fitted(component: FormComponent): Fitted {
  const own = TYPES[component.type] ?? {};
  const left: string[] = [];
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(component)) {
    const allows = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(COMMON, name) ? COMMON[name] : undefined;
    if (STRUCTURE.has(name) || allows?.(value)) kept[name] = value;
    else if (saysNothing(value)) continue;
    else if (allows && OPENED.has(name) && isRecord(value)) {
      const fits = ([inner, what]: [string, unknown]): boolean => saysNothing(what) || allows({ [inner]: what });
      kept[name] = Object.fromEntries(Object.entries(value).filter(fits));
      left.push(...Object.entries(value).filter((entry) => !fits(entry)).map(([inner]) => `${name}.${inner}`));
    } else left.push(name);
  }
  if (left.includes('label')) kept['label'] = component.key;
  return { component: kept as unknown as FormComponent, left };
}
