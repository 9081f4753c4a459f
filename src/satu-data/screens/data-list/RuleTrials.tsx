import { ProblemNote, useFormat, useLanguage, useT } from 'tertib/screens';
import type { RuleTrial } from '../../data-list/data-list.schemas.js';
import { TrialProgress } from '../trials/TrialProgress.js';
import { useTrial } from '../trials/useTrial.js';
import { listWords } from './list-words.js';

type Told = RuleTrial['rules'][number];

function Examples({ examples }: Pick<Told, 'examples'>) {
  const t = useT(listWords);
  const language = useLanguage();
  return examples.length ? <ul>{examples.map(({ row, message }, index) => <li key={index}>{row === null ? '' : `${t.lastRow(row)}: `}{message[language]}</li>)}</ul> : null;
}

/** What the rules would have found in the last period's table, and why one could not be tried. */
function Trial({ trial: { rows, rules, builtIn } }: { trial: RuleTrial }) {
  const t = useT(listWords);
  const format = useFormat();
  const language = useLanguage();
  return (
    <div role="status">
      {rows === null ? <p className="text-secondary">{t.noLastTable}</p> : null}
      <ol>
        {rules.map(({ problems, broken, examples }, index) => (
          <li key={index}>
            {problems.length ? problems.map((message) => message[language]).join(' ') : rows === null ? t.fits : t.broken(format.number(broken), format.number(rows))}
            <Examples examples={examples} />
          </li>
        ))}
      </ol>
      <ul>
        {builtIn.map(({ title, problems, before, after, examples }) => (
          <li key={title.id}>
            {title[language]}: {problems.length ? problems.map((message) => message[language]).join(' ') : rows === null ? t.fits : t.findings(format.number(before), format.number(after))}
            <Examples examples={examples} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Tries the rules that are being written on the last period's table; nothing is kept. */
export function RuleTrials({ path, table }: { path: string; table: object }) {
  const t = useT(listWords);
  const attempt = useTrial<RuleTrial>(path, { table });
  return (
    <>
      <p><button type="button" className="btn" disabled={attempt.isBusy} onClick={attempt.begin}>{t.tryRules}</button></p>
      <ProblemNote error={attempt.error} />
      <TrialProgress trial={attempt.trial} isStopping={attempt.isStopping} onStop={attempt.stop} />
      {attempt.trial?.result ? <Trial trial={attempt.trial.result} /> : null}
    </>
  );
}
