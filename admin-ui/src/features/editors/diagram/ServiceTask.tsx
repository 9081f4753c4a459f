import type { ElementTemplate } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { ProblemNote, SelectField } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { useCatalogue, useTemplates } from '../calls.js';
import { words } from '../words.js';
import { InputField } from './InputField.js';
import { readInputs, writeInputs, type DiagramElement, type Modeler } from './model.js';
import { asExpression, type Variable } from './variables.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
  variables: readonly Variable[];
}

const inputsOf = (template: ElementTemplate | undefined) => (template?.properties ?? []).filter(({ binding }) => binding.type === 'camunda:inputParameter');

/** An automatic step: which one it is, by its title, and where its inputs come from. */
export function ServiceTask({ modeler, element, variables }: Props) {
  const t = useT(words);
  const { loading } = useT(common);
  const templates = useTemplates(useLanguage());
  const catalogue = useCatalogue().data ?? [];
  const all = (templates.data ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
  const topic = String(element.businessObject.get('camunda:topic') ?? '');
  const entry = catalogue.find((one) => one.topic === topic || one.aliases.includes(topic));
  const template = all.find(({ id }) => id === entry?.topic);

  const become = (id: string) => {
    const next = inputsOf(all.find((one) => one.id === id)).map(({ binding }) => binding.name);
    const strange = [...readInputs(element)].filter(([name, value]) => value !== '' && !next.includes(name)).map(([name]) => [name, '']);
    if (strange.length > 0) writeInputs(modeler, element, Object.fromEntries(strange));
    modeler.get('modeling').updateProperties(element, { 'camunda:type': 'external', 'camunda:topic': id || undefined, 'camunda:modelerTemplate': id || undefined });
  };

  return (
    <>
      <ProblemNote error={templates.error} />
      <SelectField label={t.topic} value={template?.id ?? topic} {...(template?.description ? { hint: template.description } : {})} onChange={(e) => become(e.target.value)}>
        <option value="">{t.none}</option>
        {topic && !template ? <option value={topic}>{templates.data ? t.topicUnknown(topic) : loading}</option> : null}
        {all.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </SelectField>
      {template ? <Inputs modeler={modeler} element={element} template={template} described={entry?.input !== null} variables={variables} /> : null}
    </>
  );
}

function Inputs({ modeler, element, template, described, variables }: Props & { template: ElementTemplate; described: boolean }) {
  const t = useT(words);
  const values = readInputs(element);
  const inputs = inputsOf(template);
  if (inputs.length === 0) return <p className="text-secondary">{described ? t.noInputs : t.inputsUnknown}</p>;
  return (
    <fieldset className="mb-3">
      <legend className="h4 mb-1">{t.inputs}</legend>
      <p className="form-hint">{t.inputsHint}</p>
      {inputs.map((property) => {
        const { name } = property.binding;
        return <InputField key={name} property={property} value={values.get(name) ?? ''} variables={variables} onChange={(value) => writeInputs(modeler, element, { [name]: value })} />;
      })}
      <datalist id="variables">{variables.map((variable) => <option key={variable.name} value={asExpression(variable)}>{variable.label}</option>)}</datalist>
    </fieldset>
  );
}
