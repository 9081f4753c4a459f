import { IconArrowRight } from '@tabler/icons-react';
import type { MigrationPreview } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

type Step = MigrationPreview['steps'][number];

interface Props {
  steps: Step[];
  /** What is chosen by now; the answer to it may still be on its way. */
  chosen: (step: Step) => string | undefined;
  /** An empty `to` takes a choice back. */
  onChoose: (processKey: string, from: string, to: string) => void;
}

function Target({ step, chosen, onChoose }: Omit<Props, 'steps'> & { step: Step }) {
  const t = useT(words);
  const lang = useLanguage();
  if (step.to && !step.chosen) return <>{step.to.name}</>;
  if (!step.choices.length) return <span className="text-danger">{t.noChoice}</span>;
  return (
    <>
      {step.to ? null : <div className="text-danger">{t.noNamesake}</div>}
      {step.problem ? <div className="text-danger">{step.problem[lang]}</div> : null}
      <select className="form-select" aria-label={t.replacementOf(step.name)} value={chosen(step) ?? ''} onChange={(e) => onChoose(step.processKey, step.elementId, e.target.value)}>
        <option value="">{t.notChosen}</option>
        {step.choices.map(({ elementId, name }) => <option key={elementId} value={elementId}>{name}</option>)}
      </select>
    </>
  );
}

/** How many stand at which step, and where they go. */
export function StepTable({ steps, chosen, onChoose }: Props) {
  const t = useT(words);
  const format = useFormat();
  if (!steps.length) return null;
  const several = new Set(steps.map(({ processKey }) => processKey)).size > 1;
  return (
    <section className="card mb-3" aria-label={t.steps}>
      <div className="card-header"><h3 className="card-title">{t.steps}</h3></div>
      <table className="table table-vcenter card-table cards-table">
        <thead><tr><th scope="col">{t.stepNow}</th><th scope="col">{t.stepThen}</th><th scope="col" className="w-1">{t.howMany}</th></tr></thead>
        <tbody>
          {steps.map((step) => (
            <tr key={`${step.processKey} ${step.elementId} ${step.to?.elementId ?? ''}`}>
              <td><strong>{step.name}</strong>{several ? <div className="small text-secondary">{step.processName}</div> : null}</td>
              <td><span className="d-flex gap-2 align-items-center"><IconArrowRight size={16} aria-hidden className="flex-shrink-0" /><span className="flex-fill"><Target step={step} chosen={chosen} onChoose={onChoose} /></span></span></td>
              <td data-label={t.howMany}>{format.number(step.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
