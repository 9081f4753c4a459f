import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './editor.css';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import { lazy, startTransition, Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { ProblemNote } from '../../../shared/ui/index.js';
import type { EditorProps } from '../EditorPage.js';
import { useCatalogue, usePermitted } from '../calls.js';
import { Chosen } from './Chosen.js';
import { clipboardModule } from './clipboard.js';
import { KeysDialog } from './keyboard/KeysDialog.js';
import { keyboardModule } from './keyboard/keyboardModule.js';
import { keyWords } from './keyboard/words.js';
import type { Mapped } from './MiniMap.js';
import type { DiagramElement, Modeler } from './model.js';
import { moddleExtensions, platformModules } from './modules.js';
import { permittedModule } from './permitted.js';
import { mendDiagram, repairModule } from './repair.js';
import { Side } from './Side.js';
import { tidyDiagram, tidyModule, type Tidied } from './tidy/tidyDiagram.js';
import { translateModule } from './translate.js';
import { Toolbar, type Tools } from './Toolbar.js';
import { toolWords } from './words.js';
import { isLarge, nameDrawing, showElement, showStart, ZoomButtons } from './Zoom.js';

interface Instance extends Omit<Modeler, 'get'>, Omit<Tools, 'get'> {
  get: Modeler['get'] & Tools['get'] & Mapped['get'] & ((name: 'translate') => (text: string) => string);
  importXML(xml: string): Promise<{ warnings: readonly { message: string }[] }>;
  on(event: string, tell: (change: { newSelection?: DiagramElement[] }) => void): void;
  destroy(): void;
}

/** Its own chunk: who only edits does not load it. */
const Simulation = lazy(() => import('./Simulation.js'));

type Create = new (options: object) => Instance;

/** bpmn-js with Camunda's rules, and a panel of our own beside it. */
export default function DiagramEditor({ name, content, onDirty, onReady, at, visit }: EditorProps) {
  const keys = useT(keyWords);
  const tools = useT(toolWords);
  const lang = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLElement>(null);
  const tell = useRef(onDirty);
  tell.current = onDirty;
  const [modeler, setModeler] = useState<Instance>();
  const [selected, setSelected] = useState<DiagramElement>();
  const [changes, setChanges] = useState(0);
  const [map, setMap] = useState(false);
  const [help, setHelp] = useState(false);
  const permitted = usePermitted();
  // For the panel, before a step is chosen: until it is there, no automatic step has a name.
  useCatalogue();
  const types = permitted.data;
  const [error, setError] = useState<unknown>();
  const [untidy, setUntidy] = useState(false);
  const [played, setPlayed] = useState<string>();
  const [imported, setImported] = useState<readonly string[]>();

  useEffect(() => {
    if (!place.current || !types) return undefined;
    const outside = { help: () => setHelp(true), fields: () => fields.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus() };
    const made = new (BpmnModeler as unknown as Create)({ container: place.current, moddleExtensions, additionalModules: [...platformModules, translateModule(lang), permittedModule(types), repairModule, tidyModule, keyboardModule(outside), clipboardModule] });
    nameDrawing(place.current, keys.drawing);
    let gone = false;
    made.importXML(content).then(
      () => {
        if (gone) return;
        setMap(isLarge(made.get('canvas')));
        showStart(made.get('canvas'));
        // What was clicked is marked first; its panel may come with the next picture.
        made.on('selection.changed', ({ newSelection }) => startTransition(() => setSelected(newSelection?.length === 1 ? (newSelection[0]?.labelTarget ?? newSelection[0]) : undefined)));
        made.on('commandStack.changed', () => {
          tell.current();
          setChanges((n) => n + 1);
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
  }, [content, lang, types]);

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
    setUntidy(false);
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

  const tidy = async (made: Instance): Promise<void> => {
    setUntidy(false);
    try {
      const done = await tidyDiagram(made as unknown as Tidied);
      setUntidy(!done);
      if (done) showStart(made.get('canvas'));
    } catch (reason) {
      setError(reason);
    }
  };

  return (
    <div className="row g-3">
      <div className="col-12 col-lg-9">
        <ProblemNote error={error ?? permitted.error} />
        {untidy ? <div className="alert alert-info text-body" role="status">{tools.tidyNot}</div> : null}
        {imported ? (
          <div className="alert alert-info text-body d-block" role="status">
            {tools.imported}
            {imported.length > 0 ? <><p className="mb-1 mt-2">{tools.unreadableParts}</p><ul className="mb-0">{imported.map((message) => <li key={message} className="text-break">{message}</li>)}</ul></> : null}
          </div>
        ) : null}
        {modeler ? <Toolbar tools={modeler} name={name} onImport={(xml) => void open(modeler, xml)} onTidy={() => void tidy(modeler)} onSimulate={() => void modeler.saveXML({ format: true }).then(({ xml }) => setPlayed(xml), setError)} onError={setError}><ZoomButtons canvas={modeler.get('canvas')} map={map} onMap={() => setMap(!map)} onHelp={() => setHelp(true)} /></Toolbar> : null}
        {modeler ? <Chosen element={selected} translate={modeler.get('translate')} /> : null}
        <div className="card tertib-modeler">
          <div className="h-100" ref={place} />
          {played === undefined ? null : <Suspense fallback={null}><Simulation xml={played} onEnd={() => setPlayed(undefined)} onError={(reason) => { setPlayed(undefined); setError(reason); }} /></Suspense>}
        </div>
      </div>
      <Side modeler={modeler as (Modeler & Instance) | undefined} selected={selected} changes={changes} map={map} fields={fields} />
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </div>
  );
}
