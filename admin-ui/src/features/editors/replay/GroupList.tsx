import { Link } from 'react-router';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import type { Group, Outcome } from './merge.js';
import { words } from './words.js';

const COLOURS: Record<Outcome, string> = { stopped: 'bg-danger-lt', unfilled: 'bg-warning-lt', other: 'bg-purple-lt', unknown: 'bg-secondary-lt', same: 'bg-green-lt' };

interface Props {
  groups: Group[];
  onShow: (group: Group) => void;
}

/** What would become of the cases, with some of them to look at. */
export function GroupList({ groups, onShow }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  return (
    <section className="card mb-3" aria-label={t.groups}>
      <ul className="list-group list-group-flush">
        {groups.map((group) => (
          <li key={group.key} className="list-group-item d-flex flex-column flex-sm-row gap-2 align-items-start py-2">
            <span className={`badge tertib-badge flex-shrink-0 ${COLOURS[group.outcome]}`}>{group.count} · {t.badge(group.outcome)}</span>
            <span className="me-auto min-w-0">
              <span className="d-block text-break">{group.words[lang]}</span>
              {group.outcome === 'same' ? null : (
                <span className="d-block small text-secondary text-break">
                  {t.examples} {group.examples.map(({ id, title }, index) => <span key={id}>{index > 0 ? ', ' : ''}<Link className="text-decoration-underline" to={`/cases/${id}`}>{title}</Link></span>)}
                  {group.count > group.examples.length ? ` ${t.more(group.count - group.examples.length)}` : ''}
                </span>
              )}
            </span>
            {group.elementId ? <button type="button" className="btn btn-sm flex-shrink-0" aria-label={`${t.show}: ${group.words[lang]}`} onClick={() => onShow(group)}>{t.show}</button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
