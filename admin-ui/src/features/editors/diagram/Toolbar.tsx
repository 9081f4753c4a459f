import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconLayoutDistributeHorizontal, IconPlayerPlay, IconSearch, IconUpload } from '@tabler/icons-react';
import { useId, useRef, type ChangeEvent, type MouseEvent, type ReactNode } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { chosenFiles } from '../../../shared/chosen-files.js';
import { download } from '../../../shared/download.js';
import { pngOf, print, svgBlob } from './pictures.js';
import { toolWords } from './words.js';

/** As much of the modeler as the bar uses. */
export interface Tools {
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  saveSVG(): Promise<{ svg: string }>;
  get(name: 'commandStack'): { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  get(name: 'searchPad'): { toggle(): void };
}

interface Props {
  tools: Tools;
  /** Key of the diagram, for the files' names. */
  name: string;
  onImport: (xml: string) => void;
  onSimulate: () => void;
  onTidy: () => void;
  onError: (error: unknown) => void;
  /** What is for looking, beside what is for changing. */
  children?: ReactNode;
}

/** What is done with a diagram as a whole. */
export function Toolbar({ tools, name, onImport, onSimulate, onTidy, onError, children }: Props) {
  const t = useT(toolWords);
  const file = useRef<HTMLInputElement>(null);
  const chosen = useId();
  const stack = tools.get('commandStack');
  const svg = async () => (await tools.saveSVG()).svg;
  const exports: Record<string, () => Promise<void>> = {
    bpmn: async () => download(`${name}.bpmn`, new Blob([(await tools.saveXML({ format: true })).xml ?? ''], { type: 'application/xml' })),
    svg: async () => download(`${name}.svg`, svgBlob(await svg())),
    png: async () => download(`${name}.png`, await pngOf(await svg())),
    print: async () => print(name, await svg()),
  };
  const take = (event: ChangeEvent<HTMLSelectElement>) => void exports[event.target.value]?.().catch(onError);
  const read = (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = chosenFiles(event);
    one?.text().then(onImport, onError);
  };
  // The search closes at a click beside it, which this one would be too. It opens at once: what is typed next is meant for it.
  const search = (event: MouseEvent) => {
    event.stopPropagation();
    tools.get('searchPad').toggle();
  };
  const buttons = [
    { label: t.undo, icon: IconArrowBackUp, act: () => stack.undo(), off: !stack.canUndo() },
    { label: t.redo, icon: IconArrowForwardUp, act: () => stack.redo(), off: !stack.canRedo() },
    { label: t.search, icon: IconSearch, act: search, off: false },
  ];
  return (
    <div className="d-flex flex-wrap gap-2 align-items-center mb-2" role="toolbar" aria-label={t.tools}>
      {buttons.map(({ label, icon: Icon, act, off }) => <button key={label} type="button" className="btn btn-icon btn-sm" aria-label={label} title={label} disabled={off} onClick={act}><Icon size={18} aria-hidden /></button>)}
      {children}
      <button type="button" className="btn btn-sm" onClick={onSimulate}><IconPlayerPlay size={16} className="icon" aria-hidden />{t.simulate}</button>
      <button type="button" className="btn btn-sm" onClick={onTidy}><IconLayoutDistributeHorizontal size={16} className="icon" aria-hidden />{t.tidy}</button>
      <button type="button" className="btn btn-sm ms-auto" onClick={() => file.current?.click()}><IconUpload size={16} className="icon" aria-hidden />{t.importFile}</button>
      <input ref={file} type="file" accept=".bpmn,.xml" className="visually-hidden" tabIndex={-1} aria-label={t.importFile} onChange={read} />
      <label className="visually-hidden" htmlFor={chosen}>{t.exportAs}</label>
      <IconDownload size={16} aria-hidden />
      <select id={chosen} className="form-select form-select-sm w-auto" value="" onChange={take}>
        <option value="">{t.exportAs}</option>
        <option value="bpmn">{t.asBpmn}</option>
        <option value="svg">{t.asSvg}</option>
        <option value="png">{t.asPng}</option>
        <option value="print">{t.asPdf}</option>
      </select>
    </div>
  );
}
