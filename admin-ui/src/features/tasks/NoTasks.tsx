import { IconInbox } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useT } from '../../shared/i18n/index.js';
import { Empty } from '../../shared/ui/index.js';
import { useTasks, type TaskFilter } from './calls.js';
import { words } from './words.js';

/** Nobody who has taken no task yet may believe that there is nothing to do: what waits for his role is a step away. */
function Waiting() {
  const t = useT(words);
  const query = useTasks({ scope: 'role', overdue: false, q: '' });
  const [first] = query.data?.pages ?? [];
  if (!first?.items.length) return <>{t.noneMine}</>;
  return (
    <>
      <p>{t.waiting(first.items.length, first.next !== null)}</p>
      <Link className="btn btn-primary" to="/tasks?scope=role">{t.toRole}</Link>
    </>
  );
}

export function NoTasks({ filter }: { filter: TaskFilter }) {
  const t = useT(words);
  const filtered = filter.overdue || filter.q !== '';
  return (
    <Empty title={t.none} icon={<IconInbox size={40} />}>
      {filtered ? <><p>{t.noneFilter}</p><Link className="btn" to={filter.scope === 'mine' ? '/tasks' : `/tasks?scope=${filter.scope}`}>{t.clearFilter}</Link></> : filter.scope === 'mine' ? <Waiting /> : t.noneMine}
    </Empty>
  );
}
