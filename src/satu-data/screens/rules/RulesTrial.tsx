import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { OfficeTrial } from '../../rules/rules.schemas.js';
import type { RuleView } from './RuleItem.js';
import { rulesWords } from './rules-words.js';

/** What the settings would have found, beside what was found. */
export function RulesTrial({ trial: { tables, left, rules }, views }: { trial: OfficeTrial; views: readonly RuleView[] }) {
  const t = useT(rulesWords);
  const format = useFormat();
  const language = useLanguage();
  const titleOf = (rule: string) => views.find((view) => view.rule === rule)?.title[language] ?? rule;
  return (
    <div className="card-body border-top" role="status">
      <p>{tables === 0 ? t.noTables : t.tried(format.number(tables))} {left > 0 ? t.left(format.number(left)) : ''}</p>
      {tables > 0 ? (
        <ul className="mb-0">
          {rules.map(({ rule, before, after, examples }) => (
            <li key={rule}>
              {titleOf(rule)}: {before === after ? t.same(format.number(after)) : <strong>{t.change(format.number(before), format.number(after))}</strong>}
              {before !== after && examples.length ? <ul>{examples.map(({ dataset, message }, index) => <li key={index} className="text-break">{dataset}: {message[language]}</li>)}</ul> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
