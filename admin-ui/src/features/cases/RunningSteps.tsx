import { useFormat, useT } from '../../shared/i18n/index.js';
import { stepNote } from '../../shared/step.js';
import { common } from '../../shared/words.js';
import { useRunningSteps } from './calls.js';
import { words } from './words.js';

/** The automatic steps that say how far they are; nothing where none does. */
export function RunningSteps({ caseId }: { caseId: string }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const { data = [] } = useRunningSteps(caseId);
  if (!data.length) return null;
  return (
    <ul className="list-group list-group-flush border-bottom" aria-label={t.running_steps}>
      {data.map((one) => {
        const name = [stepNote(c.step, one.name, one.step), one.name, one.instanceLabel].filter(Boolean).join(' · ');
        return (
          <li key={one.taskId} className="list-group-item py-2">
            <div className="d-flex justify-content-between gap-3"><strong>{name}</strong><span className="text-secondary">{format.percent(one.fraction)}</span></div>
            <div className="progress progress-sm my-1" role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(one.fraction * 100)} aria-valuetext={one.text || undefined}>
              <div className="progress-bar" style={{ width: `${one.fraction * 100}%` }} />
            </div>
            {one.text ? <div className="small text-secondary text-break">{one.text}</div> : null}
          </li>
        );
      })}
    </ul>
  );
}
