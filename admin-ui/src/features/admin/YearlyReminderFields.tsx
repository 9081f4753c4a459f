import type { Settings } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { SelectField, TextField } from '../../shared/ui/index.js';
import { officeWords } from './officeWords.js';

type Value = NonNullable<Settings['collection.yearlyReminder']>;
const LEAP_DAY_LEFT_OUT = 2023;
const lastDayOf = (month: number): number => new Date(LEAP_DAY_LEFT_OUT, month, 0).getDate();

/** On which day of each year the opening of a period is called to mind; or not at all. */
export function YearlyReminderFields({ value, onChange }: { value: Value; onChange: (value: Value) => void }) {
  const t = useT(officeWords);
  const names = new Intl.DateTimeFormat(useLanguage(), { month: 'long' });
  const chosen = value === '' ? { day: 1, month: 0 } : value;
  const setMonth = (month: number) => onChange(month === 0 ? '' : { month, day: Math.min(chosen.day, lastDayOf(month)) });
  return (
    <>
      <div className="col-12 col-md-6">
        <SelectField label={t.yearlyReminder} hint={t.yearlyReminderHint} value={chosen.month} onChange={(e) => setMonth(Number(e.target.value))}>
          <option value={0}>{t.noYearlyReminder}</option>
          {Array.from({ length: 12 }, (_, index) => <option key={index} value={index + 1}>{names.format(new Date(LEAP_DAY_LEFT_OUT, index, 1))}</option>)}
        </SelectField>
      </div>
      {value !== '' && (
        <div className="col-12 col-md-6"><TextField label={t.yearlyReminderDay} type="number" required min={1} max={lastDayOf(value.month)} value={value.day} onChange={(e) => onChange({ ...value, day: Number(e.target.value) })} /></div>
      )}
    </>
  );
}
