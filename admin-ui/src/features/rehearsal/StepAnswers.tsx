import { useState } from 'react';
import type { RehearsalBoard } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, TextField } from '../../shared/ui/index.js';
import { useAnswer } from './calls.js';
import { words } from './words.js';

type Step = RehearsalBoard['automatic'][number];

const CODE = 'code';

/** Text stays as typed; all else is JSON. */
const valueOf = (type: string, text: string): unknown => (type === 'string' ? text : JSON.parse(text));

/** The first that cannot be read; null: all can. */
function unreadable(outputs: Step['outputs'], typed: Readonly<Record<string, string>>): Step['outputs'][number] | null {
  for (const output of outputs) {
    const { name, type } = output;
    try {
      if (typed[name]) valueOf(type, typed[name]);
    } catch {
      return output;
    }
  }
  return null;
}

/** One automatic step that waits: done for real, answered, or let fail. */
export function StepAnswers({ rehearsal, step }: { rehearsal: string; step: Step }) {
  const t = useT(words);
  const lang = useLanguage();
  const answer = useAnswer(rehearsal);
  const [open, setOpen] = useState<'done' | 'error'>();
  const [typed, type] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<Step['outputs'][number] | null>(null);
  const fields = open === 'error' ? [{ name: CODE, label: { id: t.code, en: t.code }, type: 'string', required: true }] : step.outputs;
  const edit = (name: string, value: string) => {
    type({ ...typed, [name]: value });
    setWrong(null);
  };
  const send = () => {
    const found = open === 'done' ? unreadable(step.outputs, typed) : null;
    setWrong(found);
    if (found !== null) return;
    const outputs = Object.fromEntries(step.outputs.flatMap(({ name, type: kind }) => (typed[name] ? [[name, valueOf(kind, typed[name])]] : [])));
    answer.mutate({ task: step.id, answer: open === 'error' ? { how: 'error', code: typed[CODE] ?? '', message: '' } : { how: 'done', outputs } });
  };
  return (
    <li className="list-group-item px-0 py-2">
      <strong className="d-block text-break">{step.name}</strong>
      <span className="d-block small text-secondary mb-1">{step.title[lang]}</span>
      <ProblemNote error={answer.error} />
      {open === undefined ? (
        <div className="btn-list">
          <button type="button" className="btn btn-sm" disabled={answer.isPending} onClick={() => answer.mutate({ task: step.id, answer: { how: 'real' } })}>{t.real}</button>
          <button type="button" className="btn btn-sm" onClick={() => setOpen('done')}>{t.answer}</button>
          <button type="button" className="btn btn-sm" onClick={() => setOpen('error')}>{t.fail}</button>
        </div>
      ) : (
        <form onSubmit={(event) => {
          event.preventDefault();
          send();
        }}>
          {fields.map(({ name, label, required }) => <TextField key={name} label={label[lang]} value={typed[name] ?? ''} required={required} onChange={(event) => edit(name, event.target.value)} />)}
          {wrong === null ? null : <p className="text-danger small" role="alert">{t.notA(wrong.label[lang])}</p>}
          <div className="btn-list"><button type="submit" className="btn btn-sm btn-primary" disabled={answer.isPending}>{t.send}</button><button type="button" className="btn btn-sm" onClick={() => setOpen(undefined)}>{t.cancel}</button></div>
        </form>
      )}
    </li>
  );
}
