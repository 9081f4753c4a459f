import { useState, type FormEvent } from 'react';
import { Dialog, SelectField, useLanguage, useT } from 'tertib/screens';
import type { Edit, Field, Row } from './cells.js';
import { listWords } from './list-words.js';
import { useAsking } from './useAsking.js';
import { ValueField } from './ValueField.js';

interface Props {
  fields: readonly Field[];
  rows: readonly Row[];
  onSave: (edit: Edit, back: Edit | null) => Promise<unknown>;
  onClose: () => void;
}

/** One value into a field of all rows that are selected. */
export function ChangeManyDialog({ fields, rows, onSave, onClose }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const [key, setKey] = useState(fields[0]?.key ?? '');
  const [value, setValue] = useState('');
  const { close, question } = useAsking(() => value !== '', onClose);
  const field = fields.find((one) => one.key === key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave({ changes: rows.map(({ id }) => ({ id, values: { [key]: value } })) }, { changes: rows.map(({ id, values }) => ({ id, values: { [key]: values[key] ?? '' } })) });
    onClose();
  };
  return (
    <>
      {question}
      <Dialog title={t.many} onClose={close} footer={<><button type="button" className="btn" onClick={close}>{t.cancel}</button><button type="submit" form="dl-many" className="btn btn-primary">{t.apply}</button></>}>
        <form id="dl-many" onSubmit={submit}>
          <SelectField label={t.field} value={key} onChange={(event) => { setKey(event.target.value); setValue(''); }}>{fields.map((one) => <option key={one.key} value={one.key}>{one.label[language]}</option>)}</SelectField>
          {field ? <ValueField field={field} label={t.value} value={value} onChange={setValue} /> : null}
          <p className="text-secondary">{t.manyHint(rows.length)}</p>
        </form>
      </Dialog>
    </>
  );
}
