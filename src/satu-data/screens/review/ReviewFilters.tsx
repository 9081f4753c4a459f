import { SelectField, TextField, useT } from 'tertib/screens';
import type { ReviewView } from '../../review/review.schemas.js';
import type { ReviewFilter } from './calls.js';
import { reviewWords } from './review-words.js';

interface Props {
  periods: ReviewView['periods'];
  states: readonly ReviewFilter['state'][];
  filter: ReviewFilter;
  onChange: (filter: ReviewFilter) => void;
}

/** Any change begins at the first page again. */
export function ReviewFilters({ periods, states, filter, onChange }: Props) {
  const t = useT(reviewWords);
  const put = (change: Partial<ReviewFilter>) => onChange({ ...filter, ...change, page: 1 });
  return (
    <div className="row g-2 w-100 board-filters">
      <div className="col-12 col-md-4">
        <SelectField label={t.period} value={filter.period} onChange={(event) => put({ period: event.target.value })}>
          <option value="">{t.allPeriods}</option>
          {periods.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </SelectField>
      </div>
      <div className="col-12 col-md-4">
        <SelectField label={t.show} value={filter.state} onChange={(event) => put({ state: event.target.value as ReviewFilter['state'] })}>
          {states.map((state) => <option key={state} value={state}>{t[state]}</option>)}
        </SelectField>
      </div>
      <div className="col-12 col-md-4"><TextField label={t.search} type="search" value={filter.q} maxLength={100} onChange={(event) => put({ q: event.target.value })} /></div>
    </div>
  );
}
