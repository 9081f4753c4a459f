import { useState } from 'react';
import { SelectField, TextField, useT } from 'tertib/screens';
import type { PlaceView } from '../../questions/question.schemas.js';
import { usePlaces } from './calls.js';
import { questionWords } from './question-words.js';

interface Props {
  requestId: string;
  datasetId: string;
  /** Null: the data set as a whole. */
  value: PlaceView | null;
  onChange: (place: PlaceView | null) => void;
}

/** Which row of the table a message is about; nothing where the table has no rows yet. */
export function PlaceField({ requestId, datasetId, value, onChange }: Props) {
  const t = useT(questionWords);
  const [q, setQ] = useState('');
  const { data } = usePlaces(requestId, datasetId, q);
  const found = data?.items ?? [];
  // The row that is chosen stays among the choices, whatever is searched for.
  const rows = value && !found.some(({ name }) => name === value.name) ? [value, ...found] : found;
  if (rows.length === 0 && q === '') return null;
  return (
    <>
      {data?.more || q !== '' ? <TextField label={t.searchRow} type="search" maxLength={100} value={q} onChange={(event) => setQ(event.target.value)} /> : null}
      <SelectField label={t.about} value={value?.name ?? ''} onChange={(event) => onChange(rows.find(({ name }) => name === event.target.value) ?? null)}>
        <option value="">{t.wholeDataset}</option>
        {rows.map(({ name }) => <option key={name} value={name}>{name}</option>)}
      </SelectField>
    </>
  );
}
