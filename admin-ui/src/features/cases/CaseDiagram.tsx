import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseDetail, Diagram as DiagramData, Token } from '../../api/index.js';
import { Diagram } from '../../shared/bpmn/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { useStepProperties } from '../plugins/index.js';
import { useDiagrams, useTokens } from './calls.js';
import { StateBadge } from './StateBadge.js';
import { stepMarks } from './stepMarks.js';
import { words } from './words.js';

/** What only holds other steps says nothing that those do not say themselves. */
const HOLDERS = ['subProcess', 'callActivity'];

const elementOf = (xml: string, elementId: string): Element | null =>
  new DOMParser().parseFromString(xml, 'application/xml').querySelector(`[id="${CSS.escape(elementId)}"]`);

/** The same as the picture, in words. */
function Now({ diagrams, tokens }: { diagrams: DiagramData[]; tokens: Token[] }) {
  const t = useT(words);
  const lang = useLanguage();
  const { data: properties } = useStepProperties();
  const running = tokens.filter((token) => token.state !== 'done');
  const named = useMemo(
    () => running.flatMap((token) => {
      const diagram = diagrams.find((one) => one.processKey === token.processKey);
      const element = diagram && elementOf(diagram.xml, token.elementId);
      if (!element || (token.state === 'active' && HOLDERS.includes(element.localName))) return [];
      return [{ ...token, name: element.getAttribute('name') ?? token.elementId, diagram: diagram.name, marks: stepMarks(element, properties ?? [], lang) }];
    }),
    [diagrams, tokens, properties, lang],
  );
  if (!named.length) return <p className="text-secondary mb-0">{t.nothingNow}</p>;
  return (
    <ul className="mb-0">
      {named.map((token) => (
        <li key={`${token.processKey}${token.elementId}${token.state}`}>
          {token.name}{token.count > 1 ? ` (${token.count})` : ''} <span className="text-secondary">– {token.diagram}</span>
          {token.marks ? <div className="small text-secondary">{token.marks}</div> : null}
          {token.state === 'incident' ? <> <StateBadge state="incident" /></> : null}
        </li>
      ))}
    </ul>
  );
}

/** The diagrams of a case as one: a call activity leads into the diagram it calls, the row above leads back. */
export function CaseDiagram({ found }: { found: CaseDetail }) {
  const t = useT(words);
  const diagrams = useDiagrams(found.id);
  const tokens = useTokens(found.id);
  const [params, setParams] = useSearchParams();
  const choose = (key: string) => setParams({ diagram: key });
  return (
    <Async query={diagrams} lines={8}>
      {(all) => {
        const shown = all.find((one) => one.processKey === params.get('diagram')) ?? all[0];
        if (!shown) return <p className="card-body text-secondary mb-0">{t.unavailable}</p>;
        const here = (tokens.data ?? []).filter((token) => token.processKey === shown.processKey);
        const parts = found.instances.filter((one) => one.processKey === shown.processKey && (one.label || one.office));
        return (
          <>
            <div className="card-body py-2 border-bottom">
              <div className="btn-list" role="group" aria-label={t.diagrams}>
                {all.map((one) => (
                  <button key={one.processKey} type="button" className={`btn btn-sm ${one === shown ? 'active' : ''}`} aria-pressed={one === shown} onClick={() => choose(one.processKey)}>{one.name}</button>
                ))}
              </div>
            </div>
            <Diagram key={shown.xml} xml={shown.xml} name={shown.name} tokens={here} onOpen={(key) => all.some((one) => one.processKey === key) && choose(key)} />
            <div className="card-body border-top">
              <div className="row g-3">
                <div className="col-12 col-md-6"><h2 className="h4 mb-1">{t.now}</h2><Now diagrams={all} tokens={tokens.data ?? []} /></div>
                {parts.length ? (
                  <div className="col-12 col-md-6">
                    <h2 className="h4 mb-1">{t.parts}</h2>
                    <ul className="list-unstyled mb-0">{parts.map((one) => <li key={one.id} className="d-flex gap-2 align-items-start mb-1"><StateBadge state={one.state} /><span>{one.label ?? one.office}</span></li>)}</ul>
                  </div>
                ) : null}
              </div>
            </div>
          </>
        );
      }}
    </Async>
  );
}
