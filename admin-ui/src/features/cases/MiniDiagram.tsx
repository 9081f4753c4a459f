import { useMemo } from 'react';
import { Diagram } from '../../shared/bpmn/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { useDiagrams, useTokens } from './calls.js';
import { words } from './words.js';

interface Props {
  caseId: string;
  processKey: string;
  elementId: string;
}

/** The neighbourhood of one step, for beside a task. */
export function MiniDiagram({ caseId, processKey, elementId }: Props) {
  const t = useT(words);
  const diagrams = useDiagrams(caseId);
  const tokens = useTokens(caseId);
  const here = useMemo(() => (tokens.data ?? []).filter((token) => token.processKey === processKey), [tokens.data, processKey]);
  return (
    <Async query={diagrams} lines={3}>
      {(all) => {
        const diagram = all.find((one) => one.processKey === processKey);
        if (!diagram) return <p className="card-body text-secondary mb-0">{t.unavailable}</p>;
        return <Diagram key={diagram.xml} xml={diagram.xml} name={diagram.name} tokens={here} focus={elementId} small />;
      }}
    </Async>
  );
}
