import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../../../shared/i18n/index.js';
import { Async, SelectField } from '../../../../shared/ui/index.js';
import { useWritable } from '../../calls.js';
import type { DiagramElement, Modeler } from '../model.js';
import { PartFields } from './PartFields.js';
import { addableTo, addPart, partsOf } from './parts.js';
import { expertWords } from './words.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
}

/** All that the list of what may be published permits at this element, by its technical names; folded away for everybody else. */
export function ExpertView({ modeler, element }: Props) {
  const t = useT(expertWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-3 border-top pt-3" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="fw-bold">{t.title}</summary>
      {open ? <Parts modeler={modeler} element={element} /> : null}
    </details>
  );
}

function Parts({ modeler, element }: Props) {
  const t = useT(expertWords);
  const query = useWritable();
  return (
    <>
      <p className="text-secondary mt-2">{t.lead}</p>
      <Async query={query}>
        {(writable) => {
          const parts = partsOf(element).filter(({ node }) => (writable[node.$type] ?? []).length > 0);
          return (
            <>
              {parts.length === 0 ? <p className="text-secondary">{t.none}</p> : null}
              {parts.map((part, index) => <PartFields key={`${part.node.$type}-${index}`} modeler={modeler} element={element} part={part} writable={writable[part.node.$type] ?? []} />)}
              <Adding modeler={modeler} element={element} />
            </>
          );
        }}
      </Async>
    </>
  );
}

function Adding({ modeler, element }: Props) {
  const t = useT(expertWords);
  const types = addableTo(element);
  const [chosen, setChosen] = useState<string>();
  const type = types.includes(chosen ?? '') ? chosen : types[0];
  if (!type) return null;
  return (
    <div className="d-flex gap-2 align-items-end">
      <div className="flex-fill"><SelectField label={t.addWhat} value={type} onChange={(event) => setChosen(event.target.value)}>{types.map((one) => <option key={one} value={one}>{one}</option>)}</SelectField></div>
      <button type="button" className="btn mb-3" onClick={() => addPart(modeler, element, type)}><IconPlus size={18} aria-hidden />{t.add}</button>
    </div>
  );
}
