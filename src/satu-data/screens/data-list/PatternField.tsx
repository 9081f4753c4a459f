import { useState } from 'react';
import { SelectField, TextField, useT } from 'tertib/screens';
import { listWords } from './list-words.js';
import { useSettings } from './useSettings.js';

/** What offices ask of texts, so that hardly anybody has to write a pattern. */
const USUAL = [['\\d+', 'digits'], ['\\d{16}', 'nik'], ['\\d{18}', 'nip'], ['[A-Z]+', 'capitals'], ['[A-Z0-9]+', 'capitalsAndDigits']] as const;
const OTHER = 'other';

/** The form of a text: a usual one by its name, any other as a pattern. */
export function PatternField({ value, onChange }: { value: string; onChange: (pattern: string) => void }) {
  const t = useT(listWords);
  const { label } = useSettings();
  const usual = value === '' || USUAL.some(([pattern]) => pattern === value);
  const [asked, setAsked] = useState(false);
  const other = asked || !usual;
  const choose = (chosen: string) => {
    setAsked(chosen === OTHER);
    if (chosen !== OTHER) onChange(chosen);
  };
  return (
    <>
      <div className="col-md-4">
        <SelectField label={label('pola')} value={other ? OTHER : value} onChange={(event) => choose(event.target.value)}>
          <option value="">{t.anyText}</option>
          {USUAL.map(([pattern, name]) => <option key={pattern} value={pattern}>{t[name]}</option>)}
          <option value={OTHER}>{t.otherPattern}</option>
        </SelectField>
      </div>
      {other ? <div className="col-md-4"><TextField label={t.writtenPattern} value={value} onChange={(event) => onChange(event.target.value)} /></div> : null}
    </>
  );
}
