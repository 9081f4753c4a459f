import type { Text } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';
import { isPlainText } from '../policy/text.js';
import { isRecord } from '../validation/empty.js';
import { Change, Reason } from './reasons.js';

interface Choices {
  readonly component: FormComponent;
  readonly changes: readonly Text[];
}

const FIGURE = /^(true|false|-?\d+(\.\d+)?)$/;
export const CHOICE_TYPES: ReadonlySet<string> = new Set(['radio', 'select', 'selectboxes']);

/** Choices as the server checks them: written in the form, of text, each once. Or why the field cannot be taken. */
export function withChoices(component: FormComponent): Choices | Text {
  const data = isRecord(component['data']) ? component['data'] : {};
  if (component['dataSrc'] !== undefined && component['dataSrc'] !== '' && component['dataSrc'] !== 'values') return Reason.choicesElsewhere();
  const given = component.type === 'select' ? data['values'] : component['values'];
  const list = (Array.isArray(given) ? given : []).filter(isRecord).map(({ label, value }) => ({ label: label ?? value, value: typeof value === 'object' ? '' : String(value ?? '') }));
  const filled = list.filter(({ value }) => value !== '');
  if (filled.length === 0 || !filled.every(({ label, value }) => isPlainText(label) && isPlainText(value))) return Reason.noChoices();
  const twice = filled.find(({ value }, index) => filled.findIndex((other) => other.value === value) !== index);
  if (twice) return Reason.sameChoice(twice.value);
  const becameText = component.type !== 'selectboxes' && component['dataType'] !== 'string' && filled.some(({ value }) => FIGURE.test(value));
  const onlyThese = component.type === 'selectboxes' ? {} : { dataType: 'string', validate: { ...(isRecord(component['validate']) ? component['validate'] : {}), onlyAvailableItems: true } };
  return {
    component: { ...component, ...onlyThese, ...(component.type === 'select' ? { data: { ...data, values: filled } } : { values: filled }) },
    changes: [...(becameText ? [Change.choicesAsText()] : []), ...(filled.length < list.length ? [Change.emptyChoices()] : [])],
  };
}
