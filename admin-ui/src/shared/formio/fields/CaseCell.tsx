import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.js';
import { words } from '../words.js';
import type { CaseColumn } from './caseTable.js';

/** A value as the column has it written. */
export function CaseText({ column: { format }, value }: { column: CaseColumn; value: unknown }) {
  const t = useT(words);
  const say = useFormat();
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  const number = typeof value === 'number' ? value : Number(value);
  if ((format === 'number' || format === 'money') && Number.isFinite(number)) return format === 'money' ? `Rp ${say.number(number)}` : say.number(number);
  return format === 'date' && !Number.isNaN(Date.parse(String(value))) ? say.day(String(value)) : say.value(String(value));
}

const TYPES = { text: 'text', number: 'number', money: 'number', date: 'date' } as const;

interface Props {
  column: CaseColumn;
  /** What tells the cell from others. */
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A cell to be filled in. What is typed stays as it is typed, also where it is no number yet. */
export function CaseInput({ column: { format = 'text', required }, label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value === null || value === undefined ? '' : String(value));
  const change = (text: string) => {
    setTyped(text);
    const isNumber = TYPES[format] === 'number';
    onChange(text === '' ? (isNumber ? null : '') : isNumber ? Number(text) : text);
  };
  return <input className="form-control" type={TYPES[format]} step={TYPES[format] === 'number' ? 'any' : undefined} aria-label={label} aria-required={required === true} value={typed} onChange={(event) => change(event.target.value)} />;
}
