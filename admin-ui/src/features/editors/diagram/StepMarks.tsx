import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { SelectField } from '../../../shared/ui/index.js';
import { useStepProperties } from '../../plugins/index.js';
import { words } from '../words.js';
import { readProperty, writeProperty, type DiagramElement, type Modeler } from './model.js';

/** What applications want to know of a step: a choice for each. One that is not known any more stays to be seen until another is chosen. */
export function StepMarks({ modeler, element }: { modeler: Modeler; element: DiagramElement }) {
  const t = useT(words);
  const lang = useLanguage();
  const { data: properties = [] } = useStepProperties();
  return properties.map(({ name, title, values }) => {
    const own = readProperty(element, name);
    const known = own === '' || values.some(({ value }) => value === own);
    return (
      <SelectField key={name} label={title[lang]} value={own} onChange={(e) => writeProperty(modeler, element, name, e.target.value)}>
        <option value="">{t.none}</option>
        {known ? null : <option value={own}>{own}</option>}
        {values.map(({ value, name: of }) => <option key={value} value={value}>{/\d/.test(value) ? `${value} ${of[lang]}` : of[lang]}</option>)}
      </SelectField>
    );
  });
}
