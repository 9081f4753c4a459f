import { useState } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { TextField } from '../../shared/ui/index.js';
import { officeWords } from './officeWords.js';

const WRITTEN = '\\s*\\d{1,2}(\\s*,\\s*\\d{1,2}){0,5}\\s*';

/** At how many working days before the deadline producers are reminded, as a list; nothing goes back to the default. */
export function ReminderDaysField({ value, onChange }: { value: readonly number[] | undefined; onChange: (days: number[] | null) => void }) {
  const t = useT(officeWords);
  const [typed, setTyped] = useState<string>();
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === '') return onChange(null);
    if (new RegExp(`^${WRITTEN}$`).test(text)) onChange([...new Set(text.split(',').map(Number))].sort((a, b) => b - a));
  };
  return <TextField label={t.reminderDays} hint={t.reminderDaysHint} pattern={WRITTEN} title={t.reminderDaysHint} value={typed ?? value?.join(', ') ?? ''} onChange={(e) => change(e.target.value)} onBlur={() => setTyped(undefined)} />;
}
