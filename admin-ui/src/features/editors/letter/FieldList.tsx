import { useId, useState } from 'react';
import type { LetterFieldGroup, LetterFields } from '../../../api/index.js';
import { useFormat, useLanguage, useT } from '../../../shared/i18n/index.js';
import { Async } from '../../../shared/ui/index.js';
import { useLetterFields } from '../calls.js';
import { wholeList, written } from './snippets.js';
import { letterWords as words } from './words.js';

interface Props {
  letter: string;
  /** Writes what is made of the text before the cursor. */
  onChoose: (make: (before: string) => string) => void;
}

/** What a text may name where it is used, by what gives it; a click writes it where the cursor stands. */
export function FieldList({ letter, onChoose }: Props) {
  const t = useT(words);
  return (
    <section className="card mb-3" aria-label={t.fields}>
      <div className="card-header py-2"><h2 className="card-title">{t.fields}</h2></div>
      <Async query={useLetterFields(letter)}>{(fields) => <Fields {...fields} onChoose={onChoose} />}</Async>
    </section>
  );
}

function Fields({ steps, closed, groups, onChoose }: LetterFields & Pick<Props, 'onChoose'>) {
  const t = useT(words);
  const lang = useLanguage();
  const id = useId();
  const [search, setSearch] = useState('');
  const sought = search.trim().toLowerCase();
  const found = groups
    .map((group) => ({ ...group, fields: group.fields.filter(({ path, label }) => `${path} ${label[lang]} ${group.title[lang]}`.toLowerCase().includes(sought)) }))
    .filter(({ fields }) => fields.length > 0);
  const names = [...new Set(steps.map(({ name }) => `“${name}”`))].join(', ');
  return (
    <div className="card-body">
      <p className="text-secondary mb-2">{names ? t.usedBy(names) : t.usedByNone}{names && !closed ? ` ${t.open}` : ''}</p>
      <label className="form-label mb-1" htmlFor={id}>{t.findField}</label>
      <input id={id} type="search" className="form-control form-control-sm mb-2" value={search} onChange={({ target }) => setSearch(target.value)} />
      <p className="small text-secondary mb-2">{found.length > 0 ? t.fieldsLead : t.noFields}</p>
      <div className="letter-fields" role="group" aria-label={t.fields} tabIndex={0}>{found.map((group) => <Group key={`${group.from} ${group.list ?? ''} ${group.title.en}`} group={group} onChoose={onChoose} />)}</div>
    </div>
  );
}

function Group({ group, onChoose }: { group: LetterFieldGroup; onChoose: Props['onChoose'] }) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  const { from, list, fields } = group;
  const title = group.title[lang];
  const called = list === null ? (from === 'form' ? t.formGroup(title) : title) : t.listGroup(title);
  return (
    <div className={list === null ? 'mb-3' : 'mb-3 border-start ps-2'}>
      <h3 className="h5 mb-1">{called}</h3>
      {list === null ? null : <button type="button" className="btn btn-sm mb-1" onClick={() => onChoose((before) => wholeList(group, before))}>{t.wholeList}</button>}
      <ul className="list-unstyled mb-0">
        {fields.map((field) => (
          <li key={field.path} className="mb-1 text-break">
            <button type="button" className="btn btn-link p-0 text-start" onClick={() => onChoose((before) => written(field, list, before))}>{field.label[lang]}</button>
            <span className="small text-secondary d-block"><code>{field.path}</code> · {t[field.type]}{field.example ? ` · ${t.example(format.value(field.example))}` : ''}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
