import { useEffect, useRef, useState } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { common } from '../../shared/words.js';
import type { TaskFilter } from './calls.js';
import { SCOPES } from './useFilter.js';
import { words } from './words.js';

const PAUSE_MS = 300;

export function TaskFilters({ filter, onChange }: { filter: TaskFilter; onChange: (change: Partial<TaskFilter>) => void }) {
  const t = useT(words);
  const c = useT(common);
  const [typed, setTyped] = useState(filter.q);
  const pause = useRef<number>(undefined);
  const latest = useRef(onChange);
  latest.current = onChange;
  // The address may change by itself: the back button, or the menu.
  useEffect(() => setTyped(filter.q), [filter.q]);
  useEffect(() => () => window.clearTimeout(pause.current), []);
  const search = (text: string) => {
    setTyped(text);
    window.clearTimeout(pause.current);
    pause.current = window.setTimeout(() => latest.current({ q: text }), PAUSE_MS);
  };
  return (
    <div className="card-header d-block p-2 p-md-3">
      <div className="row g-2 align-items-center">
        <div className="col-12 col-lg-auto">
          <div className="btn-group w-100" role="group" aria-label={t.scope}>
            {SCOPES.map((scope) => (
              <button key={scope} type="button" className={`btn ${filter.scope === scope ? 'active' : ''}`} aria-pressed={filter.scope === scope} onClick={() => onChange({ scope })}>{t[scope]}</button>
            ))}
          </div>
        </div>
        <div className="col-12 col-sm">
          <input type="search" className="form-control" placeholder={t.search} aria-label={c.search} value={typed} onChange={(e) => search(e.target.value)} />
        </div>
        <div className="col-12 col-sm-auto">
          <label className="form-check mb-0">
            <input type="checkbox" className="form-check-input" checked={filter.overdue} onChange={(e) => onChange({ overdue: e.target.checked })} />
            <span className="form-check-label">{t.overdueOnly}</span>
          </label>
        </div>
      </div>
    </div>
  );
}
