import { AreaField, SelectField, TextField, useLanguage } from 'tertib/screens';
import type { Field } from './cells.js';

interface Props {
  field: Field;
  label?: string;
  value: string;
  error?: string | undefined;
  readOnly?: boolean;
  onChange: (value: string) => void;
}

/** A field of a row outside the grid. */
export function ValueField({ field, label, value, error, readOnly = false, onChange }: Props) {
  const language = useLanguage();
  const common = { label: label ?? `${field.label[language]}${field.required ? ' *' : ''}`, ...(error ? { error } : {}) };
  if (field.options.length) {
    return (
      <SelectField {...common} value={value} disabled={readOnly} onChange={(event) => onChange(event.target.value)}>
        <option value="">–</option>
        {field.options.map((one) => <option key={one.value} value={one.value}>{one.label[language]}</option>)}
      </SelectField>
    );
  }
  if (field.kind === 'long') return <AreaField {...common} rows={3} value={value} maxLength={field.max} readOnly={readOnly} onChange={(event) => onChange(event.target.value)} />;
  return <TextField {...common} value={value} maxLength={field.max} readOnly={readOnly} onChange={(event) => onChange(event.target.value)} />;
}
