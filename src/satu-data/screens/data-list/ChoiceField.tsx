import { SelectField } from 'tertib/screens';
import { useSettings, type Chosen } from './useSettings.js';

interface Props {
  setting: Chosen;
  value: string;
  /** Only these may be chosen; default: all. */
  only?: readonly string[];
  onChange: (value: string) => void;
}

/** A setting of a table that is chosen. */
export function ChoiceField({ setting, value, only, onChange }: Props) {
  const { label, choices } = useSettings();
  return (
    <SelectField label={label(setting)} value={value} onChange={(event) => onChange(event.target.value)}>
      {choices(setting).filter((one) => only?.includes(one.value) ?? true).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
    </SelectField>
  );
}
