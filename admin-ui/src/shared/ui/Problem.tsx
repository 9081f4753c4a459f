import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '../../api/index.js';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong, in the server's own sentence, and a way on. */
export function ProblemNote({ error, onRetry }: Props) {
  const t = useT(common);
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  const text = error instanceof Error ? error.message : String(error);
  return (
    <div className="alert alert-danger" role="alert">
      <div className="alert-icon"><IconAlertTriangle aria-hidden /></div>
      <div className="flex-fill">
        <h4 className="alert-heading">{t.failed}</h4>
        <div className="text-body">{text}</div>
        {problem?.errors.length ? (
          <ul className="mb-0 mt-2 text-body">{problem.errors.map((e) => <li key={`${e.path}${e.message}`}>{e.message}</li>)}</ul>
        ) : null}
        {problem?.correlationId ? <div className="small mt-1">{t.reference(problem.correlationId)}</div> : null}
        {onRetry ? <button type="button" className="btn btn-sm mt-2" onClick={onRetry}>{t.retry}</button> : null}
      </div>
    </div>
  );
}
