import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IncidentGroup } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { Async, Empty, Page } from '../../../shared/ui/index.js';
import { useIncidentGroups } from './calls.js';
import { GroupCard } from './GroupCard.js';
import { RepairDialog } from './RepairDialog.js';
import { words } from './words.js';

function Cut({ shown, total }: { shown: number; total: number }) {
  const t = useT(words);
  return shown < total ? <div className="alert alert-info text-body" role="status">{t.first(shown, total)}</div> : null;
}

/** All that does not go on by itself. */
export function IncidentsPage() {
  const t = useT(words);
  const query = useIncidentGroups();
  const [repairing, setRepairing] = useState<{ group: IncidentGroup; incidents: IncidentGroup['incidents'] }>();
  return (
    <Page title={t.title} before={<Link to="/operate">{t.back}</Link>}>
      <p className="text-secondary narrow">{t.lead}</p>
      <Async query={query}>
        {({ groups, total }) => groups.length
          ? <>
              <Cut shown={groups.reduce((sum, { count }) => sum + count, 0)} total={total} />
              {groups.map((group) => <GroupCard key={group.key} group={group} onRepair={(incidents) => setRepairing({ group, incidents })} />)}
            </>
          : <div className="card"><Empty title={t.none} icon={<IconCircleCheck size={40} />}>{t.noneHint}</Empty></div>}
      </Async>
      {repairing ? <RepairDialog {...repairing} onClose={() => setRepairing(undefined)} /> : null}
    </Page>
  );
}
