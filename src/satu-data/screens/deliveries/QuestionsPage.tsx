import { useState } from 'react';
import { Async, Empty, Link, Page, useFormat, useT } from 'tertib/screens';
import { useThreads } from './calls.js';
import { Pages } from './Pages.js';
import { SharedComments } from './SharedComments.js';
import { questionWords } from './question-words.js';

/** All threads of a person, what he has not read first. */
export function QuestionsPage() {
  const t = useT(questionWords);
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useThreads(page);
  return (
    <Page title={t.title}>
      <p className="text-secondary">{t.intro}</p>
      <div className="card">
        <Async query={query}>
          {(found) => (found.items.length === 0 ? <Empty title={t.none}>{t.noneHint}</Empty> : (
            <>
              <div className="list-group list-group-flush">
                {found.items.map((thread) => (
                  <Link key={thread.datasetId} className="list-group-item list-group-item-action" to={`/satu-data/deliveries/${thread.caseId}/${thread.requestId}`}>
                    <span className="h3 d-block mb-1">{thread.dataset} {thread.unread > 0 ? <span className="badge bg-blue-lt board-state">{t.unread(thread.unread)}</span> : null}</span>
                    <span className="text-secondary d-block">{thread.office} · {thread.period} · {format.dateTime(thread.lastAt)}</span>
                    <span className="d-block text-truncate">{thread.lastBy}: {thread.lastText}</span>
                  </Link>
                ))}
              </div>
              <Pages page={found.page} pages={found.pages} onPage={setPage} />
            </>
          ))}
        </Async>
      </div>
      <SharedComments />
    </Page>
  );
}
