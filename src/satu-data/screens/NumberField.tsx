import { useState, type ComponentProps } from 'react';
import { TextField, useLanguage } from 'tertib/screens';
import { withMark } from '../shared/decimal-mark.js';

interface Props extends Omit<ComponentProps<typeof TextField>, 'value' | 'onChange'> {
  value: string;
  onChange: (written: string) => void;
}

/** A number of a description: one that is kept has the decimal mark of the page's language, and what somebody types stays as it is typed. */
export function NumberField({ value, onChange, ...field }: Props) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (written: string) => { setTyped(written); onChange(written); };
  return <TextField {...field} value={typed === value ? value : withMark(value, language)} onChange={(event) => type(event.target.value)} />;
}
