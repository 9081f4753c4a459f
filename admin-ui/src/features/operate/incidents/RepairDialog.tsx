import { useState, type FormEvent } from 'react';
import type { IncidentGroup, StepInput } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { AreaField, Async, Dialog } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { useStepInput } from './calls.js';
import { InputField } from './InputField.js';
import { RepairProgress } from './RepairProgress.js';
import { useRepairs } from './useRepairs.js';
import { words } from './words.js';

interface Props {
  group: IncidentGroup;
  incidents: IncidentGroup['incidents'];
  onClose: () => void;
}

/** Runs one or several of one cause again: with a reason, and with other entries where that is the cause. */
export function RepairDialog({ group, incidents, onClose }: Props) {
  const t = useT(words);
  const c = useT(common);
  const [reason, setReason] = useState('');
  const [changing, setChanging] = useState(false);
  const [values, setValues] = useState<Record<string, StepInput['value']>>({});
  const input = useStepInput(incidents[0]?.id ?? '', changing);
  const { run, begin, stop } = useRepairs(incidents);
  const over = run.state === 'finished' || run.state === 'stopped';
  const tryAgain = run.state === 'ready' || (over && run.done === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void begin({ reason, values: changing ? values : {} });
  };
  return (
    <Dialog
      title={t.dialog(incidents.length)}
      onClose={onClose}
      footer={(
        <>
          <button type="button" className="btn" onClick={onClose}>{c.close}</button>
          {run.state === 'running' ? <button type="button" className="btn" onClick={stop}>{t.stop}</button> : null}
          {tryAgain ? <button type="submit" form="repair" className="btn btn-primary">{t.begin}</button> : null}
        </>
      )}
    >
      <form id="repair" onSubmit={submit}>
        <p><strong>{group.name || t.noStep}</strong></p>
        <RepairProgress run={run} all={incidents.length} />
        {tryAgain ? (
          <>
            <AreaField label={t.reason} hint={t.reasonHint} required minLength={3} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
            {group.automatic ? (
              <label className="form-check"><input type="checkbox" className="form-check-input" checked={changing} onChange={(e) => setChanging(e.target.checked)} /> <span className="form-check-label">{t.change}</span></label>
            ) : null}
            {changing ? (
              <Async query={input} lines={3}>
                {(fields) => fields.length ? (
                  <fieldset>
                    <legend className="visually-hidden">{t.change}</legend>
                    <p className="text-secondary">{t.changeLead} {incidents.length > 1 ? t.changeMany : ''}</p>
                    {fields.map((field) => <InputField key={field.name} field={field} value={field.name in values ? (values[field.name] ?? null) : field.value} onChange={(value) => setValues({ ...values, [field.name]: value })} />)}
                  </fieldset>
                ) : <p className="text-secondary">{t.noFields}</p>}
              </Async>
            ) : null}
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
