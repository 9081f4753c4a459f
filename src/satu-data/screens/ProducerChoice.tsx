import { useState } from 'react';
import { TextField, useFormat, useT } from 'tertib/screens';
import type { OpenRequests } from '../board/board.schemas.js';
import { boardWords } from './board-words.js';
import { words } from './words.js';

interface Choice {
  requests: OpenRequests['requests'];
  chosen: readonly string[];
  onToggle: (officeId: string) => void;
}

/** Those that are chosen stay in sight, whatever the list is narrowed to. */
export function ProducerChoice({ requests, chosen, onToggle }: Choice) {
  const t = useT(words);
  const more = useT(boardWords);
  const format = useFormat();
  const [q, setQ] = useState('');
  const shown = requests.filter(({ officeId, name }) => chosen.includes(officeId) || name.toLowerCase().includes(q.trim().toLowerCase()));
  return (
    <fieldset className="mb-3">
      <legend className="form-label">{t.extendFor}</legend>
      <TextField label={more.filterOffices} type="search" value={q} onChange={(e) => setQ(e.target.value)} />
      {shown.map(({ officeId, name, deadline }) => (
        <label key={officeId} className="form-check">
          <input type="checkbox" className="form-check-input" checked={chosen.includes(officeId)} onChange={() => onToggle(officeId)} />
          <span className="form-check-label">{name} <span className="text-secondary">{format.dateTime(deadline)}</span></span>
        </label>
      ))}
    </fieldset>
  );
}
