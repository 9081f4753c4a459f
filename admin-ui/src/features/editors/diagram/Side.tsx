import type { KeyboardEvent, RefObject } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { words } from '../words.js';
import { MiniMap, type Mapped } from './MiniMap.js';
import type { DiagramElement, Modeler } from './model.js';
import { Panel } from './Panel.js';

interface Props {
  modeler: (Modeler & Mapped) | undefined;
  selected: DiagramElement | undefined;
  /** How often the diagram has been changed. */
  changes: number;
  map: boolean;
  /** Where the fields are. */
  fields: RefObject<HTMLElement | null>;
}

/** What stands beside the drawing: a map of it, and the fields of what is chosen. Escape leads back to the drawing. */
export function Side({ modeler, selected, changes, map, fields }: Props) {
  const t = useT(words);
  const back = (event: KeyboardEvent) => {
    if (event.key === 'Escape') modeler?.get('canvas').focus();
  };
  return (
    <aside className="col-12 col-lg-3 tertib-side">
      {modeler && map ? <MiniMap modeler={modeler} /> : null}
      <section className="card tertib-panel" aria-label={t.panel} ref={fields} onKeyDown={back}>
        <div className="card-header py-2"><h2 className="card-title">{t.panel}</h2></div>
        <div className="card-body">
          {modeler && selected ? <Panel key={selected.id} modeler={modeler} element={selected} changes={changes} /> : <p className="text-secondary mb-0">{t.choose}</p>}
        </div>
      </section>
    </aside>
  );
}
