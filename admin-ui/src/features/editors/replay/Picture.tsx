import { useEffect, useMemo, useRef } from 'react';
import type { Replay } from '../../../api/index.js';
import { Diagram, type Passed } from '../../../shared/bpmn/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { Async, SelectField } from '../../../shared/ui/index.js';
import { useDraft, useDrafts } from '../calls.js';
import { words } from './words.js';

interface Props {
  result: Replay;
  shown: string;
  focus: string | undefined;
  onChoose: (processKey: string) => void;
}

const NO_TOKENS: [] = [];

/** Counts by element; the worst that happens at one colours it. */
function passedIn({ ways, groups }: Replay, key: string): Map<string, Passed> {
  const passed = new Map<string, Passed>(ways.filter(({ processKey }) => processKey === key).map(({ elementId, count }) => [elementId, { count }]));
  for (const { processKey, elementId, flowId, outcome } of groups.toReversed()) {
    if (processKey !== key || outcome === 'same') continue;
    for (const id of [elementId, flowId]) if (id) passed.set(id, { count: passed.get(id)?.count ?? 0, mark: outcome });
  }
  return passed;
}

/** The way that the cases take, on the draft as it is saved. */
export function Picture({ result, shown, focus, onChoose }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const place = useRef<HTMLElement>(null);
  const drafts = useDrafts();
  const draft = useDraft('diagrams', shown);
  const passed = useMemo(() => passedIn(result, shown), [result, shown]);
  const keys = new Set(result.ways.map(({ processKey }) => processKey));
  const diagrams = (drafts.data ?? []).filter(({ kind, key }) => kind === 'diagram' && (keys.has(key) || key === shown));
  useEffect(() => {
    if (focus) place.current?.scrollIntoView({ block: 'nearest' });
  }, [focus, shown]);
  return (
    <section className="card" aria-label={t.picture} ref={place}>
      <div className="card-header"><h2 className="card-title">{t.picture}</h2></div>
      <div className="card-body">
        <p className="text-secondary">{t.pictureLead}</p>
        {diagrams.length > 1 ? (
          <SelectField label={t.diagram} value={shown} onChange={(e) => onChoose(e.target.value)}>
            {diagrams.map(({ key, title }) => <option key={key} value={key}>{title[lang]}</option>)}
          </SelectField>
        ) : null}
        <Async query={draft} lines={6}>{({ content, title }) => <div className="border"><Diagram key={shown} xml={content} name={title[lang]} tokens={NO_TOKENS} passed={passed} focus={focus} /></div>}</Async>
      </div>
    </section>
  );
}
