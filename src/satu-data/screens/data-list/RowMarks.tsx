import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { AreaField, ProblemNote, request, SelectField, TextField, useFormat, useLanguage, useT } from 'tertib/screens';
import type { MarkView } from '../../data-list/data-list.schemas.js';
import { MARK_SOURCES } from '../../data-list/mark-words.js';
import { listWords } from './list-words.js';
import type { RowProps } from './RowDialog.js';

type Step = (id: string, state: MarkView['state'], answer?: string) => void;

interface MarkProps {
  mark: MarkView;
  list: RowProps['list'];
  /** What is being answered. */
  answer: string;
  onAnswer: (text: string) => void;
  step: Step;
}

function Mark({ mark, list, answer, onAnswer, step }: MarkProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const format = useFormat();
  const field = mark.field === null ? t.wholeRow : (list.fields.find(({ key }) => key === mark.field)?.label[language] ?? t.table);
  return (
    <li className="card mb-2"><div className="card-body p-3">
      <div><strong>{field}</strong>: {mark.comment}</div>
      <div className="text-secondary small">{MARK_SOURCES[mark.source][language]}, {mark.by}, {format.dateTime(mark.at)}</div>
      {mark.state === 'answered' ? <div>{t.answered}: {[mark.answer, mark.answeredBy].filter(Boolean).join(', ')}</div> : null}
      {mark.state === 'open' && list.stages.includes('listing') ? <div className="mt-2"><TextField label={t.answerText} value={answer} maxLength={500} onChange={(event) => onAnswer(event.target.value)} /><button type="button" className="btn" onClick={() => step(mark.id, 'answered', answer)}>{t.answer}</button></div> : null}
      {list.mayMark && mark.source === list.marksAs ? <div className="d-flex gap-2 mt-2"><button type="button" className="btn" onClick={() => step(mark.id, 'closed')}>{t.accept}</button>{mark.state === 'answered' ? <button type="button" className="btn" onClick={() => step(mark.id, 'open')}>{t.reopen}</button> : null}</div> : null}
    </div></li>
  );
}

/** What is to be corrected here: staff answer it, whoever corrects adds and accepts. */
export function RowMarks({ list, row, onReload, onTyped }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const [field, setField] = useState('');
  const [comment, setComment] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const standing = comment || row.marks.some(({ id, state }) => state === 'open' && answers[id]) ? 'typed' : null;
  useEffect(() => onTyped(standing), [standing, onTyped]);
  const write = (id: string, text: string) => setAnswers((now) => ({ ...now, [id]: text }));
  const address = `/satu-data/data-list/${list.caseId}/marks`;
  const send = useMutation({
    mutationFn: ({ path, method, body }: { path: string; method: 'POST' | 'PATCH'; body: object; written: () => void }) => request(path, { method, body }),
    onSuccess: (_, { written }) => { written(); return onReload(); },
  });
  const step: Step = (id, state, answer = '') => send.mutate({ path: `${address}/${id}`, method: 'PATCH', body: { state, answer }, written: () => write(id, '') });
  const add = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ path: address, method: 'POST', body: { rowId: row.id, field: field || null, comment }, written: () => setComment('') });
  };
  return (
    <>
      <ProblemNote error={send.error} />
      {row.marks.length ? <ul className="list-unstyled">{row.marks.map((mark) => <Mark key={mark.id} mark={mark} list={list} answer={answers[mark.id] ?? ''} onAnswer={(text) => write(mark.id, text)} step={step} />)}</ul> : <p className="text-secondary">{t.noMarks}</p>}
      {list.mayMark ? (
        <form onSubmit={add}>
          <SelectField label={t.field} value={field} onChange={(event) => setField(event.target.value)}>
            <option value="">{t.wholeRow}</option>
            {list.fields.map((one) => <option key={one.key} value={one.key}>{one.label[language]}</option>)}
            <option value="variabel">{t.table}</option>
          </SelectField>
          <AreaField label={t.comment} required minLength={3} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
          <button type="submit" className="btn btn-primary" disabled={send.isPending}>{t.mark}</button>
        </form>
      ) : null}
    </>
  );
}
