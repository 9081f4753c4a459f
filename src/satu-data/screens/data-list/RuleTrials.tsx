import { useEffect, useRef } from 'react';
import { Problem, ProblemNote, useFormat, useLanguage, useT, useUser } from 'tertib/screens';
import type { RuleTrial } from '../../data-list/data-list.schemas.js';
import { lackingWords, triedWords } from '../../data-list/trial-words.js';
import { TrialProgress } from '../trials/TrialProgress.js';
import { useTrial } from '../trials/useTrial.js';
import { ruleTrialWords } from './rule-trial-words.js';
import { useRulesTried } from './useRulesTried.js';

type Told = RuleTrial['rules'][number];
/** Which of the own rules were tried: those that are still blank are not. */
interface Numbered { readonly numbers: readonly number[] }
/** What stands below the own rules, and below the built-in ones. */
type Part = 'own' | 'builtIn';
const BOTH: readonly Part[] = ['own', 'builtIn'];

function Examples({ examples }: Pick<Told, 'examples'>) {
  const t = useT(ruleTrialWords);
  const language = useLanguage();
  return examples.length ? <ul>{examples.map(({ row, message }, index) => <li key={index}>{row === null ? '' : `${t.lastRow(row)}: `}{message[language]}</li>)}</ul> : null;
}

/** What the rules would have found in the last period's table, and why one could not be tried. */
function Trial({ trial: { rows, lacking, rules, builtIn }, numbers, parts }: { trial: RuleTrial; parts: readonly Part[] } & Numbered) {
  const t = useT(ruleTrialWords);
  const format = useFormat();
  const language = useLanguage();
  return (
    <div role="status">
      {rows === null ? <p className="text-secondary">{t.noLastTable}</p> : null}
      {parts.includes('own') ? <ol>
        {rules.map((rule, index) => (
          <li key={index} value={numbers[index]}>
            {rule.problems.length ? rule.problems.map((message) => message[language]).join(' ') : rows === null ? t.fits : triedWords(rule, rows, language)}
            <Examples examples={rule.examples} />
          </li>
        ))}
      </ol> : null}
      {parts.includes('builtIn') && builtIn.length && lacking.length ? <p>{lackingWords(lacking, language)}</p> : null}
      {parts.includes('builtIn') ? <ul>
        {builtIn.map(({ title, problems, before, after, examples }) => (
          <li key={title.id}>
            {title[language]}: {problems.length ? problems.map((message) => message[language]).join(' ') : rows === null ? t.fits : t.findings(format.number(before), format.number(after))}
            <Examples examples={examples} />
          </li>
        ))}
      </ul> : null}
    </div>
  );
}

/** On a table that takes longer: begun by whoever wants it, and ended once he has changed the rules or left. */
function LongTrial({ path, body, rows, numbers }: { path: string; body: object; rows: number } & Numbered) {
  const t = useT(ruleTrialWords);
  const format = useFormat();
  const attempt = useTrial<RuleTrial>(path, body);
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = attempt.trial?.state === 'running' ? attempt.stop : () => {};
  });
  useEffect(() => () => leave.current(), []);
  return (
    <>
      <p className="text-secondary">{t.long(format.number(rows))}</p>
      <p><button type="button" className="btn" disabled={attempt.isBusy} onClick={attempt.begin}>{t.tryRules}</button></p>
      <ProblemNote error={attempt.error} />
      <TrialProgress trial={attempt.trial} isStopping={attempt.isStopping} onStop={attempt.stop} />
      {attempt.trial?.result ? <Trial trial={attempt.trial.result} numbers={numbers} parts={BOTH} /> : null}
    </>
  );
}

/** Rules that are only half written are no failure. */
function NotTried({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT(ruleTrialWords);
  if (!(error instanceof Problem) || error.errors.length === 0) return <ProblemNote error={error} onRetry={onRetry} />;
  return <div role="status" className="text-secondary">{t.notYet}<ul>{error.errors.map(({ path, message }) => <li key={path}>{message}</li>)}</ul></div>;
}

function Tried({ part, path, table }: Props) {
  const t = useT(ruleTrialWords);
  const { body, numbers, builtIn, isTrying, found, error, again } = useRulesTried(path, table);
  const rules = { own: numbers.length, builtIn };
  // A long table is tried once for all of them, and what went wrong is said once.
  const isLeft = part === 'builtIn' && rules.own > 0 && (found?.trial === null || Boolean(error));
  if (rules[part] === 0 || isLeft || (!isTrying && !found && !error)) return null;
  return (
    <section>
      <h3 className="h4">{t.title}</h3>
      {isTrying ? <p role="status" className="text-secondary">{t.trying}</p> : null}
      {!isTrying && error ? <NotTried error={error} onRetry={again} /> : null}
      {!isTrying && found?.trial ? <Trial trial={found.trial} numbers={numbers} parts={[part]} /> : null}
      {!isTrying && found && !found.trial ? <LongTrial path={path} body={body} rows={found.rows ?? 0} numbers={numbers} /> : null}
    </section>
  );
}

interface Props {
  part: Part;
  path: string;
  table: Readonly<Record<string, unknown>>;
}

/** Tries the rules that stand in a row on the last period's table, by itself; nothing is kept. */
export function RuleTrials(props: Props) {
  const { can } = useUser();
  return can('satu-data.try-rules') ? <Tried {...props} /> : null;
}
