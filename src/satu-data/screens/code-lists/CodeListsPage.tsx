import { useState } from 'react';
import { Async, Link, Page, useFormat, useLanguage, useT, useUser } from 'tertib/screens';
import type { ListRow } from '../../code-lists/code-list.schemas.js';
import { useLists } from './calls.js';
import { NewListDialog } from './NewListDialog.js';
import { codeWords } from './words.js';

/** Every list of codes: what came with the application, and the office's own. */
export function CodeListsPage() {
  const t = useT(codeWords);
  const mayKeep = useUser().can('satu-data.keep-code-lists');
  const query = useLists();
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t.title} actions={mayKeep ? <button type="button" className="btn btn-primary" onClick={() => setAdding(true)}>{t.add}</button> : null}>
      <p className="text-secondary">{t.intro}</p>
      <div className="card">
        <Async query={query}>{(lists) => <div className="list-group list-group-flush">{lists.map((list) => <Row key={list.scheme} list={list} />)}</div>}</Async>
      </div>
      {adding ? <NewListDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function Row({ list }: { list: ListRow }) {
  const t = useT(codeWords);
  const format = useFormat();
  const language = useLanguage();
  return (
    <div className="list-group-item">
      <h2 className="h3 mb-1 text-break"><Link to={`/satu-data/code-lists/${list.scheme}`}>{list.title[language]}</Link></h2>
      <div>{list.shipped ? t.shipped : t.own} · {t.count(format.number(list.codes), format.number(list.ended))}</div>
      <div className="text-secondary">{list.changedAt ? t.changed(format.number(list.version), list.changedBy ?? '', format.dateTime(list.changedAt)) : t.unchanged}</div>
    </div>
  );
}
