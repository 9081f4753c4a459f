import { useState, type FormEvent } from 'react';
import type { Place } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { AreaField, Async, Dialog, ProblemNote, say, SelectField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useConsequences, useMove, usePlaces } from './moveCalls.js';
import { moveWords } from './moveWords.js';

const nameOf = ({ name, label, processName }: Place): string => [name, label ?? processName].join(' · ');

function Consequences({ query }: { query: ReturnType<typeof useConsequences> }) {
  const t = useT(moveWords);
  const lang = useLanguage();
  return (
    <Async query={query} lines={2}>
      {({ sentences }) => (
        <section aria-label={t.what} className="mb-3" aria-live="polite">
          <h3 className="h4 mb-1">{t.what}</h3>
          <ul className="mb-0">{sentences.map((sentence) => <li key={sentence.id}>{sentence[lang]}</li>)}</ul>
        </section>
      )}
    </Async>
  );
}

/** Puts a case at another step; what comes of it is read before. */
export function MoveDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT(moveWords);
  const c = useT(common);
  const lang = useLanguage();
  const places = usePlaces(caseId);
  const [chosen, setChosen] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const place = places.data?.find(({ activityId }) => activityId === chosen) ?? places.data?.[0];
  const target = place?.targets.some(({ elementId }) => elementId === to) ? to : '';
  const preview = useConsequences(caseId, { activity: place?.activityId ?? '', to: target });
  const move = useMove(caseId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!place || !preview.data) return;
    move.mutate({ activity: place.activityId, to: target, reason, seen: preview.data.hash }, {
      onSuccess: ({ state }) => {
        say(t[state]);
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.move}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.close}</button><button type="submit" form="move-case" className="btn btn-primary" disabled={move.isPending || !preview.data || target === ''}>{t.move}</button></>}
    >
      <form id="move-case" onSubmit={submit}>
        <p className="text-secondary">{t.lead}</p>
        <ProblemNote error={move.error} />
        <Async query={places} lines={2}>
          {(all) => place ? (
            <>
              <SelectField label={t.from} value={place.activityId} onChange={(e) => setChosen(e.target.value)}>
                {all.map((one) => <option key={one.activityId} value={one.activityId}>{nameOf(one)}</option>)}
              </SelectField>
              {place.why ? <p>{place.why[lang]}</p> : (
                <SelectField label={t.to} required value={target} onChange={(e) => setTo(e.target.value)}>
                  <option value="">{t.choose}</option>
                  {place.targets.map(({ elementId, name }) => <option key={elementId} value={elementId}>{name}</option>)}
                </SelectField>
              )}
            </>
          ) : <p>{t.nothing}</p>}
        </Async>
        {target ? <Consequences query={preview} /> : null}
        {target ? <AreaField label={t.reason} hint={t.reasonHint} required minLength={3} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} /> : null}
      </form>
    </Dialog>
  );
}
