import { useQuery } from '@tanstack/react-query';
import { Link, useT } from 'tertib/screens';
import type { ListView } from '../../data-list/data-list.schemas.js';
import { StateChip } from '../StateChip.js';
import type { Row } from './cells.js';
import { listWords } from './list-words.js';
import { rowQuery } from './queues.js';

/** What has become of a row's data set, and where that can be looked at. */
export function RowStanding({ list, row }: { list: ListView; row: Row }) {
  const t = useT(listWords);
  const query = useQuery({ ...rowQuery(list.caseId, row), enabled: list.state === 'sent' });
  if (row.state === null) return null;
  return (
    <div className="d-flex flex-wrap gap-3 align-items-center mb-3">
      <span><span className="text-secondary">{t.state}:</span> <StateChip state={row.state} /></span>
      {query.data?.places.map(({ kind, address }) => (kind === 'portal' ? <a key={kind} href={address} target="_blank" rel="noreferrer">{t[kind]}</a> : <Link key={kind} to={address}>{t[kind]}</Link>))}
    </div>
  );
}
