import { SelectField, TextField, useLanguage, useT } from 'tertib/screens';
import type { BoardSummary } from '../board/board.schemas.js';
import type { BoardFilter } from './calls.js';
import { boardWords } from './board-words.js';

interface Props {
  summary: BoardSummary | undefined;
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
}

/** Any change begins at the first page again. */
export function BoardFilters({ summary, filter, onChange }: Props) {
  const t = useT(boardWords);
  const language = useLanguage();
  const put = (change: Partial<BoardFilter>) => onChange({ ...filter, ...change, page: 1 });
  return (
    <div className="row g-2 w-100 board-filters">
      <div className="col-12 col-md-4"><TextField label={t.search} type="search" value={filter.q} maxLength={100} onChange={(e) => put({ q: e.target.value })} /></div>
      <div className="col-6 col-md-4">
        <SelectField label={t.state} value={filter.state} onChange={(e) => put({ state: e.target.value })}>
          <option value="">{t.all}</option>
          {summary?.totals.map(({ state, name }) => <option key={state} value={state}>{name[language]}</option>)}
        </SelectField>
      </div>
      <div className="col-6 col-md-4">
        <SelectField label={t.holder} value={filter.holder} onChange={(e) => put({ holder: e.target.value })}>
          <option value="">{t.all}</option>
          {summary?.held.map(({ holder, name }) => <option key={holder} value={holder}>{name[language]}</option>)}
        </SelectField>
      </div>
    </div>
  );
}
