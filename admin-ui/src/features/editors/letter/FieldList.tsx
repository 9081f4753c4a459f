import type { LetterField } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { Async } from '../../../shared/ui/index.js';
import { useFields } from '../calls.js';
import { words } from '../words.js';

const grouped = (fields: LetterField[]): [string, LetterField[]][] => {
  const lists = [...new Set(fields.map(({ list }) => list ?? ''))];
  return lists.map((list) => [list, fields.filter((field) => (field.list ?? '') === list)]);
};

const wholeList = (list: string, fields: LetterField[]): string => `{{#each ${list}}}\n${fields.map(({ path }) => `{{${path}}}`).join(' ')}\n{{/each}}`;

/** What a template may name, each with an example; a click writes it where the cursor stands. */
export function FieldList({ letter, onChoose }: { letter: string; onChoose: (text: string) => void }) {
  const t = useT(words);
  return (
    <section className="card" aria-label={t.letterFields}>
      <div className="card-header py-2"><h2 className="card-title">{t.letterFields}</h2></div>
      <Async query={useFields(letter)}>
        {(fields) => (
          <div className="card-body letter-fields">
            <p className="text-secondary">{t.letterFieldsLead}</p>
            {grouped(fields).map(([list, inside]) => (
              <div key={list} className={list ? 'border-start ps-2 mb-2' : 'mb-2'}>
                {list ? <button type="button" className="btn btn-sm mb-1" onClick={() => onChoose(wholeList(list, inside))}>{t.listOf(list)}</button> : null}
                <ul className="list-unstyled mb-0">
                  {inside.map(({ path, example }) => (
                    <li key={path} className="text-break">
                      <button type="button" className="btn btn-link p-0 font-monospace text-start" onClick={() => onChoose(`{{${path}}}`)}>{path}</button>
                      <span className="small text-secondary ms-2">{example}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        )}
      </Async>
    </section>
  );
}
