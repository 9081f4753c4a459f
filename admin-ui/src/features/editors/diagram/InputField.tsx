import type { ElementTemplate } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { AreaField, SelectField, TextField } from '../../../shared/ui/index.js';
import { words } from '../words.js';
import { asExpression, type Variable } from './variables.js';

export type TemplateProperty = ElementTemplate['properties'][number];

interface Props {
  property: TemplateProperty;
  value: string;
  variables: readonly Variable[];
  onChange: (value: string) => void;
}

/** One input of an automatic step, as its element template describes it; every one may also come from a variable. */
export function InputField({ property, value, variables, onChange }: Props) {
  const t = useT(words);
  const { name } = property.binding;
  const frame = { label: property.label ?? name, required: property.constraints?.notEmpty ?? false, ...(property.description ? { hint: property.description } : {}) };
  if (property.type === 'Dropdown') {
    const choices = (property.choices ?? []).filter((choice) => choice.value !== '');
    const known = variables.map((variable) => ({ value: asExpression(variable), label: variable.label }));
    const offered = value.startsWith('${') && !known.some((one) => one.value === value) ? [{ value, label: value }, ...known] : known;
    const odd = value !== '' && !value.startsWith('${') && !choices.some((choice) => choice.value === value);
    return (
      <SelectField {...frame} value={value} error={odd ? t.mustBe : undefined} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t.fromSame(name)}</option>
        {odd ? <option value={value}>{value}</option> : null}
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.name}</option>)}
        {offered.length > 0 ? <optgroup label={t.fromVariable}>{offered.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</optgroup> : null}
      </SelectField>
    );
  }
  const pattern = property.constraints?.pattern;
  const error = pattern && !new RegExp(pattern.value).test(value) ? pattern.message : undefined;
  const common = { ...frame, value, error, placeholder: t.fromSame(name), maxLength: property.constraints?.maxLength };
  return property.type === 'Text' ? <AreaField {...common} onChange={(e) => onChange(e.target.value)} /> : <TextField {...common} list="variables" onChange={(e) => onChange(e.target.value)} />;
}
