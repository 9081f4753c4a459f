import { useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { useEditedCheck } from '../calls.js';
import type { EditorProps } from '../EditorPage.js';
import { reword, showLine, type } from './area.js';
import { FieldList } from './FieldList.js';
import { Helpers } from './Helpers.js';
import { isMail, linesBefore, mailParts, mailText } from './mail.js';
import { marksOf } from './marks.js';
import { Preview } from './Preview.js';
import { Source } from './Source.js';
import { letterWords as words } from './words.js';
import './letter.css';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** A letter's or mail's text, a mail's subject apart; with what it may name beside it, and what becomes of it. */
export default function LetterEditor({ name, content, text, onDirty, onReady, at, visit }: EditorProps) {
  const t = useT(words);
  const id = useId();
  const mail = isMail(name);
  const [parts] = useState(() => (mail ? mailParts(content) : { subject: '', gap: '', body: content }));
  const ahead = mail ? linesBefore(parts) : 0;
  const area = useRef<HTMLTextAreaElement>(null);
  const subject = useRef<HTMLInputElement>(null);
  const last = useRef<Field>(null);
  const [unnamed, setUnnamed] = useState(mail && parts.subject.trim() === '');
  const read = () => {
    const body = area.current?.value ?? parts.body;
    return mail ? mailText({ ...parts, subject: subject.current?.value ?? parts.subject, body }) : body;
  };
  useEffect(() => onReady(async () => read(), ({ edit, elementId, value }) => {
    const line = Number(elementId);
    const field = mail && line === 1 ? subject.current : area.current;
    const [from = '', to = ''] = edit === 'reword' ? value.split('\n') : [value];
    return field ? reword(field, field === area.current ? line - ahead : 1, from, to) : undefined;
  }), []);
  useEffect(() => {
    if (mail && at === '1') subject.current?.focus();
    else if (area.current && Number(at) > ahead) showLine(area.current, Number(at) - ahead);
  }, [at, visit]);
  const { data } = useEditedCheck('letters', name, text);
  const marks = marksOf(data?.findings ?? [], `letters/${name}.hbs`).flatMap(({ line, piece }) => (line > ahead ? [{ line: line - ahead, piece }] : []));
  const insert = (make: (before: string) => string) => {
    const field = last.current ?? area.current;
    if (!field) return;
    const place = field.selectionStart ?? field.value.length;
    const made = make(field.value.slice(0, place));
    type(field, field === subject.current ? made.replaceAll('\n', ' ') : made);
  };
  return (
    <div className="row g-3">
      <div className="col-12 col-lg-6">
        <div className="card mb-3"><div className="card-body">
          {mail ? (
            <div className="mb-3">
              <label className="form-label" htmlFor={`${id}-subject`}>{t.subject}</label>
              <input
                ref={subject} id={`${id}-subject`} className="form-control" maxLength={500} defaultValue={parts.subject} aria-invalid={unnamed} aria-describedby={`${id}-unnamed`}
                onFocus={({ target }) => (last.current = target)}
                onChange={({ target }) => {
                  setUnnamed(target.value.trim() === '');
                  onDirty();
                }}
              />
              <div id={`${id}-unnamed`} className="text-danger small" role="status">{unnamed ? t.subjectMissing : ''}</div>
            </div>
          ) : null}
          <label className="form-label" htmlFor={id}>{t.source}</label>
          <div onFocus={() => (last.current = area.current)}><Source area={area} id={id} text={parts.body} marks={marks} onType={onDirty} /></div>
          <div className="form-hint" id={`${id}-hint`}>{t.sourceHint}</div>
        </div></div>
        <FieldList letter={name} onChoose={insert} />
        <Helpers mail={mail} onChoose={insert} />
      </div>
      <aside className="col-12 col-lg-6"><div className="letter-aside"><Preview letter={name} text={text} /></div></aside>
    </div>
  );
}
