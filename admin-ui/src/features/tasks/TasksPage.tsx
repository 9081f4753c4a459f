import { useMemo, useState } from 'react';
import type { TaskRow } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Loading, Page, ProblemNote, SentNotice } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useTasks } from './calls.js';
import { CompleteMany, type NamedTask } from './CompleteMany.js';
import { Notices } from './Notices.js';
import { NoTasks } from './NoTasks.js';
import { TaskFilters } from './TaskFilters.js';
import { TaskList } from './TaskList.js';
import { useFilter } from './useFilter.js';
import { words } from './words.js';

const alike = (a: TaskRow, b: TaskRow): boolean => a.formKey === b.formKey && a.elementId === b.elementId && a.procedureKey === b.procedureKey;

export function TasksPage() {
  const t = useT(words);
  const c = useT(common);
  const [filter, change] = useFilter();
  const query = useTasks(filter);
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  /** As they were when it was opened: those that are completed leave the list, and what became of them is still to be said. */
  const [together, setTogether] = useState<readonly NamedTask[] | null>(null);
  const picked = tasks.filter((task) => chosen.has(task.id));
  const [first] = picked;
  const toggle = (id: string) => {
    const next = new Set(picked.map((task) => task.id));
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Page title={t.title}>
      <Notices />
      <SentNotice />
      <div className="card">
        <TaskFilters filter={filter} onChange={change} />
        {picked.length ? (
          <div className="card-body py-2 d-flex flex-wrap align-items-center gap-2 bg-primary-lt" role="status">
            <span className="me-auto text-body">{t.picked(picked.length)} <span className="small d-block d-md-inline text-secondary">{t.onlyAlike}</span></span>
            <button type="button" className="btn btn-primary" onClick={() => setTogether(picked.map(({ id, name, about, officeName, caseTitle }) => ({ id, name, about: about ?? officeName ?? caseTitle })))}>{t.together}</button>
          </div>
        ) : null}
        {query.isError && !tasks.length ? <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div> : null}
        {query.isPending ? <Loading lines={6} /> : null}
        {query.data && !tasks.length ? <NoTasks filter={filter} /> : null}
        {tasks.length ? <TaskList tasks={tasks} picked={new Set(picked.map((p) => p.id))} mayPick={(task) => !first || alike(first, task)} onPick={toggle} /> : null}
        {query.hasNextPage ? <div className="card-footer text-center"><button type="button" className="btn" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
      </div>
      {together ? <CompleteMany tasks={together} onClose={() => setTogether(null)} onDone={() => setChosen(new Set())} /> : null}
    </Page>
  );
}
