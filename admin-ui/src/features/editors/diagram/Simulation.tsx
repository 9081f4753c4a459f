import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import simulationModule from 'bpmn-js-token-simulation/lib/viewer';
import { useEffect, useRef } from 'react';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { inPlainWords } from './simulationWords.js';
import { toolWords } from './words.js';
import { showStart, type Canvas } from './Zoom.js';

interface Viewer {
  importXML(xml: string): Promise<unknown>;
  get(name: 'canvas'): Canvas;
  get(name: 'toggleMode'): { toggleMode(active: boolean): void };
  destroy(): void;
}

type Create = new (options: object) => Viewer;

interface Props {
  /** The diagram as it stands in the editor. */
  xml: string;
  onEnd: () => void;
  onError: (error: unknown) => void;
}

/**
 * Plays the diagram with a token that walks through it. It has a drawing of its own above the editor's, so that nothing
 * of what is being edited, not even what can be undone, is touched by it.
 */
export default function Simulation({ xml, onEnd, onError }: Props) {
  const t = useT(toolWords);
  const lang = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  const tell = useRef(onError);
  tell.current = onError;
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new (NavigatedViewer as unknown as Create)({ container: place.current, additionalModules: [simulationModule] });
    const still = inPlainWords(place.current, lang);
    let gone = false;
    made.importXML(xml).then(
      () => {
        if (gone) return;
        showStart(made.get('canvas'));
        made.get('toggleMode').toggleMode(true);
        end.current?.focus();
      },
      (reason: unknown) => !gone && tell.current(reason),
    );
    return () => {
      gone = true;
      still();
      made.destroy();
    };
  }, [xml, lang]);
  return (
    <section className="tertib-simulation" aria-label={t.simulation}>
      <div className="tertib-simulation-note">
        <span>{t.simulationHint}</span>
        <button type="button" ref={end} className="btn btn-sm" onClick={onEnd}>{t.simulationEnd}</button>
      </div>
      <div className="tertib-simulation-place" ref={place} />
    </section>
  );
}
