import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Async, Page, Problem, ProblemNote, request, say, useFormat, useLanguage, useT } from 'tertib/screens';
import type { OfficeRulesView, OfficeTrial } from '../../rules/rules.schemas.js';
import { RuleItem, type Setting } from './RuleItem.js';
import { TrialProgress } from '../trials/TrialProgress.js';
import { useTrial } from '../trials/useTrial.js';
import { EmptySigns } from './EmptySigns.js';
import { RulesTrial } from './RulesTrial.js';
import { rulesWords } from './rules-words.js';

const KEY = ['office-rules'];
type Settings = Readonly<Record<string, Setting>>;
const settingsOf = ({ rules }: OfficeRulesView): Settings => Object.fromEntries(rules.map(({ rule, setting }) => [rule, setting]));
const errorsOf = (error: unknown): ReadonlyMap<string, string> => new Map(error instanceof Problem ? error.errors.map(({ path, message }) => [path, message]) : []);

function Editor({ view }: { view: OfficeRulesView }) {
  const t = useT(rulesWords);
  const format = useFormat();
  const language = useLanguage();
  const client = useQueryClient();
  const [settings, setSettings] = useState(() => settingsOf(view));
  const [emptySigns, setEmptySigns] = useState<readonly string[]>(view.signs.taken);
  const save = useMutation({
    mutationFn: () => request<OfficeRulesView>('/satu-data/rules', { method: 'PUT', body: { version: view.version, settings, emptySigns } }),
    onSuccess: (next) => { client.setQueryData(KEY, next); setSettings(settingsOf(next)); setEmptySigns(next.signs.taken); say(t.saved); },
  });
  const attempt = useTrial<OfficeTrial>('/satu-data/rules/try', { settings });
  const errors = errorsOf(save.error ?? attempt.error);
  const submit = (event: FormEvent) => { event.preventDefault(); attempt.reset(); save.mutate(); };
  return (
    <>
      <form className="card" onSubmit={submit}>
        <div className="list-group list-group-flush">
          {view.rules.map((one) => <RuleItem key={one.rule} view={one} setting={settings[one.rule] ?? one.setting} error={errors.get(`settings.${one.rule}`)} onChange={(setting) => setSettings((now) => ({ ...now, [one.rule]: setting }))} />)}
          <EmptySigns signs={view.signs} taken={emptySigns} onChange={setEmptySigns} />
        </div>
        <div className="card-body border-top">
          <ProblemNote error={save.error ?? attempt.error} />
          <div className="d-flex flex-wrap gap-2 align-items-center">
            <button type="submit" className="btn btn-primary" disabled={save.isPending}>{t.save}</button>
            <button type="button" className="btn" disabled={attempt.isBusy} onClick={() => { save.reset(); attempt.begin(); }}>{t.try}</button>
            <span className="text-secondary">{view.by && view.at ? t.by(view.by, format.dateTime(view.at)) : t.never}</span>
          </div>
        </div>
        {attempt.trial && attempt.trial.state !== 'done' ? <div className="card-body border-top"><TrialProgress trial={attempt.trial} isStopping={attempt.isStopping} onStop={attempt.stop} /></div> : null}
        {attempt.trial?.result ? <RulesTrial trial={attempt.trial.result} views={view.rules} /> : null}
      </form>
      <section className="card mt-3" aria-labelledby="fixed-rules">
        <div className="card-body">
          <h2 className="h3" id="fixed-rules">{t.fixed}</h2>
          <p className="text-secondary">{t.fixedHint}</p>
          <ul>{view.fixed.map((title) => <li key={title.id}>{title[language]}</li>)}</ul>
          <p className="mb-0">{t.own}</p>
        </div>
      </section>
    </>
  );
}

/** How the office weighs the rules that every data set is checked by. */
export function RulesPage() {
  const t = useT(rulesWords);
  const query = useQuery({ queryKey: KEY, queryFn: () => request<OfficeRulesView>('/satu-data/rules'), refetchOnWindowFocus: false });
  return (
    <Page title={t.title}>
      <p className="text-secondary">{t.intro}</p>
      <Async query={query}>{(view) => <Editor view={view} />}</Async>
    </Page>
  );
}
