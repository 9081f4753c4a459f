import { fileAddress, Link, useFormat, useLanguage, useT, useUser } from 'tertib/screens';
import type { Room } from '../../room/room.schemas.js';
import { isProducer, useCommentPowers } from '../review/comment-powers.js';
import { StateChip } from '../StateChip.js';
import { deliveriesWords } from './deliveries-words.js';
import { TableCheck } from './TableCheck.js';

type Dataset = Room['datasets'][number];

function Delivered({ id, delivered, comments }: Pick<Dataset, 'id' | 'comments'> & { delivered: NonNullable<Dataset['delivered']> }) {
  const t = useT(deliveriesWords);
  const format = useFormat();
  const language = useLanguage();
  const own = isProducer(useCommentPowers());
  const { kind, rows, by, at, validatedBy, validatedAt, receipt, scans, withdrawal, checked } = delivered;
  const what = rows === null ? kind[language] : `${kind[language]}, ${t.rows(format.number(rows))}`;
  return (
    <div className="text-secondary text-break">
      <div>{t.delivered(what, by, format.dateTime(at))}</div>
      {validatedBy ? <div>{t.validated}: {validatedBy} · {format.dateTime(validatedAt)}{receipt ? ` · ${t.receipt} ${receipt}` : ''}</div> : null}
      {withdrawal ? <div>{t.withdrawn(withdrawal.byName, format.dateTime(withdrawal.at))}: {withdrawal.reason}</div> : null}
      {checked || comments > 0 ? <div><Link className="d-inline-block py-1" to={`/satu-data/review/table/${id}`}>{comments > 0 ? (own ? t.tableAwaitsYou : t.tableAwaits)(comments) : t.tableAndComments}</Link></div> : null}
      {checked ? <div className="d-flex flex-wrap column-gap-3"><a className="d-inline-block py-1" href={fileAddress(`/satu-data/datasets/${id}/findings.pdf`)} target="_blank" rel="noreferrer">{t.reportPdf}</a><a className="d-inline-block py-1" href={fileAddress(`/satu-data/datasets/${id}/findings.xlsx`)} download>{t.reportExcel}</a></div> : null}
      {scans.map(({ fileId, what: kindOfScan }) => <div key={fileId}><a className="d-inline-block py-1" href={fileAddress(`/files/${fileId}`)} download>{kindOfScan === 'sheet' ? t.scanOfSheet : t.scanOfPaper}</a></div>)}
    </div>
  );
}

/** One data set: how it stands, who handed in what, and the way to its questions. */
export function DatasetItem({ requestId, dataset, onAsk }: { requestId: string; dataset: Dataset; onAsk: () => void }) {
  const t = useT(deliveriesWords);
  const may = useUser().can('satu-data.discuss-data');
  return (
    <div className="list-group-item d-flex flex-wrap gap-2 justify-content-between align-items-start">
      <div className="flex-fill" style={{ minWidth: 0 }}>
        <h3 className="h3 mb-1">{dataset.title} <StateChip state={dataset.state} /></h3>
        {dataset.delivered ? <Delivered id={dataset.id} delivered={dataset.delivered} comments={dataset.comments} /> : <div className="text-secondary">{t.notYet}</div>}
        {dataset.check ? <TableCheck requestId={requestId} datasetId={dataset.id} check={dataset.check} /> : null}
      </div>
      {may ? (
        <button type="button" className={dataset.unread > 0 ? 'btn btn-primary' : 'btn'} aria-label={`${t.messages(dataset.messages)}: ${dataset.title}`} onClick={onAsk}>
          {t.messages(dataset.messages)}{dataset.unread > 0 ? ` · ${t.newMessages(dataset.unread)}` : ''}
        </button>
      ) : null}
    </div>
  );
}
