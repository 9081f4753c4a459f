import { useState } from 'react';
import { Async, Link, useFormat, useT } from 'tertib/screens';
import { useSharedComments } from './calls.js';
import { Pages } from './Pages.js';
import { questionWords } from './question-words.js';

/** Open comments on cells of tables that producers read, by data set: those that wait for the reader come first. */
export function SharedComments() {
  const t = useT(questionWords);
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useSharedComments(page);
  return (
    <section className="card mt-3" aria-labelledby="shared-comments">
      <div className="card-header"><h2 className="card-title" id="shared-comments">{t.comments}</h2></div>
      <Async query={query}>
        {(found) => (found.items.length === 0 ? <p className="card-body text-secondary mb-0">{t.noComments}</p> : (
          <>
            <div className="list-group list-group-flush">
              {found.items.map((one) => (
                <Link key={one.datasetId} className="list-group-item list-group-item-action" to={`/satu-data/review/table/${one.datasetId}`}>
                  <span className="h3 d-block mb-1">{one.dataset} {one.waiting > 0 ? <span className="badge bg-orange-lt board-state">{t.waiting(one.waiting)}</span> : null}</span>
                  <span className="text-secondary d-block">{one.office} · {one.period} · {format.dateTime(one.lastAt)}</span>
                  <span className="d-block">{t.open(format.number(one.open))}</span>
                </Link>
              ))}
            </div>
            <Pages page={found.page} pages={found.pages} onPage={setPage} />
          </>
        ))}
      </Async>
    </section>
  );
}
