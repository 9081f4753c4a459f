import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './editor.css';
import PlatformModeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { ProblemNote } from '../../../shared/ui/index.js';
import type { EditorProps } from '../EditorPage.js';
import { words } from '../words.js';
import type { DiagramElement, Modeler } from './model.js';
import { Panel } from './Panel.js';
import { permittedModule } from './permitted.js';
import { mendDiagram, repairModule } from './repair.js';
import { translateModule } from './translate.js';
import { Toolbar, type Tools } from './Toolbar.js';
import { toolWords } from './words.js';
import { showElement, showStart, ZoomButtons, type Canvas } from './Zoom.js';

interface Instance extends Omit<Modeler, 'get'>, Omit<Tools, 'get'> {
  get: Modeler['get'] & Tools['get'] & ((name: 'canvas') => Canvas);
  importXML(xml: string): Promise<{ warnings: readonly { message: string }[] }>;
  on(event: string, tell: (change: { newSelection?: DiagramElement[] }) => void): void;
  destroy(): void;
}

type Create = new (options: object) => Instance;

/** bpmn-js with Camunda's rules, and a panel of our own beside it. */
export default function DiagramEditor({ name, content, onDirty, onReady, at, visit }: EditorProps) {
  const t = useT(words);
  const tools = useT(toolWords);
  const lang = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onDirty);
  tell.current = onDirty;
  const [modeler, setModeler] = useState<Instance>();
  const [selected, setSelected] = useState<DiagramElement>();
  const [, redraw] = useState(0);
  const [error, setError] = useState<unknown>();
  const [imported, setImported] = useState<readonly string[]>();

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new (PlatformModeler as unknown as Create)({ container: place.current, additionalModules: [translateModule(lang), permittedModule, repairModule] });
    let gone = false;
    made.importXML(content).then(
      () => {
        if (gone) return;
        showStart(made.get('canvas'));
        made.on('selection.changed', ({ newSelection }) => setSelected(newSelection?.length === 1 ? (newSelection[0]?.labelTarget ?? newSelection[0]) : undefined));
        made.on('commandStack.changed', () => {
          tell.current();
          redraw((n) => n + 1);
        });
        setModeler(made);
        onReady(async () => (await made.saveXML({ format: true })).xml ?? content, (repair) => mendDiagram(made as Modeler, repair));
      },
      (reason: unknown) => !gone && setError(reason),
    );
    return () => {
      gone = true;
      setModeler(undefined);
      made.destroy();
    };
  }, [content, lang]);

  // A finding may lead to its element while there are changes that are not saved yet: nothing is loaded anew.
  useEffect(() => {
    const element = at ? modeler?.get('elementRegistry').get(at) : undefined;
    if (!modeler || !element) return;
    modeler.get('selection').select(element);
    showElement(modeler.get('canvas'), element);
  }, [modeler, at, visit]);

  /** What is there stays, where the file is no diagram. */
  const open = async (made: Instance, xml: string): Promise<void> => {
    const before = (await made.saveXML({ format: true })).xml ?? content;
    setSelected(undefined);
    setError(undefined);
    setImported(undefined);
    try {
      const { warnings } = await made.importXML(xml);
      setImported(warnings.map(({ message }) => message));
      tell.current();
    } catch (reason) {
      setError(reason);
      await made.importXML(before);
    }
    showStart(made.get('canvas'));
  };

  return (
    <div className="row g-3">
      <div className="col-12 col-lg-9">
        <ProblemNote error={error} />
        {imported ? (
          <div className="alert alert-info text-body d-block" role="status">
            {tools.imported}
            {imported.length > 0 ? <><p className="mb-1 mt-2">{tools.unreadableParts}</p><ul className="mb-0">{imported.map((message) => <li key={message} className="text-break">{message}</li>)}</ul></> : null}
          </div>
        ) : null}
        {modeler ? <Toolbar tools={modeler} name={name} onImport={(xml) => void open(modeler, xml)} onError={setError} /> : null}
        <div className="card tertib-modeler">
          <div className="h-100" ref={place} />
          {modeler ? <ZoomButtons canvas={modeler.get('canvas')} /> : null}
        </div>
      </div>
      <aside className="col-12 col-lg-3">
        <section className="card" aria-label={t.panel}>
          <div className="card-header py-2"><h2 className="card-title">{t.panel}</h2></div>
          <div className="card-body">
            {modeler && selected ? <Panel key={selected.id} modeler={modeler as Modeler} element={selected} /> : <p className="text-secondary mb-0">{t.choose}</p>}
          </div>
        </section>
      </aside>
    </div>
  );
}
