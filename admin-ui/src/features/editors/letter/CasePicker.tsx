import { useDeferredValue, useId, useState } from 'react';
import type { LetterCase } from '../../../api/index.js';
import { useFormat, useT } from '../../../shared/i18n/index.js';
import { useLetterCases } from '../calls.js';
import { letterWords as words } from './words.js';

interface Props {
  letter: string;
  chosen: LetterCase | null;
  onChoose: (one: LetterCase | null) => void;
}

/** What the preview is filled with: made-up values, or a case that is searched for by its title. */
export function CasePicker({ letter, chosen, onChoose }: Props) {
  const t = useT(words);
  const format = useFormat();
  const id = useId();
  const [search, setSearch] = useState('');
  const { data } = useLetterCases(letter, useDeferredValue(search.trim()));
  const found = data ?? [];
  const offered = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <div className="row g-2 mb-2">
      <div className="col-12 col-sm-5">
        <label className="form-label mb-1" htmlFor={`${id}-search`}>{t.findCase}</label>
        <input id={`${id}-search`} type="search" className="form-control form-control-sm" value={search} onChange={({ target }) => setSearch(target.value)} />
      </div>
      <div className="col-12 col-sm-7">
        <label className="form-label mb-1" htmlFor={id}>{t.fillWith}</label>
        <select id={id} className="form-select form-select-sm" value={chosen?.id ?? ''} onChange={({ target }) => onChoose(offered.find((one) => one.id === target.value) ?? null)}>
          <option value="">{t.sample}</option>
          {offered.map((one) => <option key={one.id} value={one.id}>{t.caseOption(one.title, format.day(one.startedAt))}</option>)}
        </select>
        {data?.length === 0 ? <div className="form-hint">{t.noCases}</div> : null}
      </div>
    </div>
  );
}
