import type { AuditPage } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

type Entry = AuditPage['items'][number];

/** What explains an entry, for whoever looks closer: the code of the action first, then what was written with it. */
export function AuditDetail({ entry: { action, detail } }: { entry: Entry }) {
  const t = useT(words);
  return (
    <details className="small">
      <summary>{t.detail}</summary>
      <code className="d-block">{action}</code>
      {Object.entries(detail).map(([key, value]) => <div key={key} className="text-break"><span className="text-secondary">{key}:</span> {typeof value === 'string' ? value : JSON.stringify(value)}</div>)}
    </details>
  );
}
