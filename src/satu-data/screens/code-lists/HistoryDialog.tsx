import { useState } from 'react';
import { Async, Dialog, Empty, useFormat, useT } from 'tertib/screens';
import { useChanges, useVersions } from './calls.js';
import { ChangeLine } from './ChangeLine.js';
import { Pager } from './Pager.js';
import { codeWords } from './words.js';

/** Who changed what in which version. */
export function HistoryDialog({ scheme, onClose }: { scheme: string; onClose: () => void }) {
  const t = useT(codeWords);
  const format = useFormat();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Dialog title={open === null ? t.historyTitle : t.version(format.number(open))} wide onClose={onClose} footer={<>{open === null ? null : <button type="button" className="btn" onClick={() => setOpen(null)}>{t.back}</button>}<button type="button" className="btn" onClick={onClose}>{t.close}</button></>}>
      {open === null ? <Versions scheme={scheme} onOpen={setOpen} /> : <Changes scheme={scheme} number={open} />}
    </Dialog>
  );
}

function Versions({ scheme, onOpen }: { scheme: string; onOpen: (number: number) => void }) {
  const t = useT(codeWords);
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useVersions(scheme, page);
  return (
    <Async query={query}>
      {(found) => (found.count === 0 ? <Empty title={t.noHistory}>{t.noHistoryHint}</Empty> : (
        <>
          <ul className="list-group">
            {found.items.map(({ number, by, at, note, fileName, added, changed, ended }) => (
              <li key={number} className="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-center">
                <div className="text-break">
                  <strong>{t.version(format.number(number))}</strong> · {t.by(by, format.dateTime(at))}
                  <div>{t.changes(format.number(added), format.number(changed), format.number(ended))}{fileName ? `, ${t.fromFile(fileName)}` : ''}</div>
                  {note ? <div className="text-secondary">{note}</div> : null}
                </div>
                <button type="button" className="btn btn-sm" aria-label={`${t.show}: ${t.version(format.number(number))}`} onClick={() => onOpen(number)}>{t.show}</button>
              </li>
            ))}
          </ul>
          <Pager page={found} onPage={setPage} />
        </>
      ))}
    </Async>
  );
}

function Changes({ scheme, number }: { scheme: string; number: number }) {
  const [page, setPage] = useState(1);
  const query = useChanges(scheme, number, page);
  return <Async query={query}>{(found) => <><ul>{found.items.map((change) => <ChangeLine key={change.code} change={change} where={null} />)}</ul><Pager page={found} onPage={setPage} /></>}</Async>;
}
