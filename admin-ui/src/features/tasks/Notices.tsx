import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { request, type Notice } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { noticeWords } from './notice-words.js';

/** More are on the page that the notice leads to. */
const MOST = 5;

/** What is no task, and must be known all the same. Nothing is drawn where there is none, so that most people never see a place for it. */
export function Notices() {
  const t = useT(noticeWords);
  const query = useQuery({ queryKey: ['live', 'notices'], queryFn: () => request<{ items: Notice[] }>('/notices') });
  if (query.isError && !query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data?.items.length) return null;
  return <section aria-label={t.title}>{query.data.items.map((notice) => <One key={notice.key} notice={notice} />)}</section>;
}

function One({ notice: { title, text, items, since, action } }: { notice: Notice }) {
  const t = useT(noticeWords);
  const lang = useLanguage();
  const format = useFormat();
  return (
    <div className="alert alert-warning text-body d-block">
      <h2 className="h3 mb-1">{title[lang]}</h2>
      <p className="mb-2">{text[lang]}</p>
      {items.length ? <ul className="mb-2 ps-3">{items.slice(0, MOST).map((item, index) => <li key={index} className="text-break">{item[lang]}</li>)}{items.length > MOST ? <li>{t.more(format.number(items.length - MOST))}</li> : null}</ul> : null}
      <div className="d-flex flex-wrap gap-2 align-items-center">
        <Link className="btn" to={action.path}>{action.title[lang]}</Link>
        <span className="small text-secondary">{t.since(format.dateTime(since))}</span>
      </div>
    </div>
  );
}
