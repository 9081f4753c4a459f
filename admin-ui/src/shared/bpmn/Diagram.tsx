import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import type { ChangeKind, Token } from '../../api/index.js';
import { useT } from '../i18n/index.js';
import { ProblemNote } from '../ui/index.js';
import { canvasOf, drawHeat, drawMarks, drawPassed, drawTokens, focusOn, type Drawn, type Heat, type Passed } from './draw.js';
import { keepFitted, type Fitted } from './keepFitted.js';
import { words } from './words.js';

export interface DiagramProps {
  xml: string;
  name: string;
  tokens: Token[];
  /** What differs from another version, by element. */
  marks?: ReadonlyMap<string, ChangeKind> | undefined;
  /** How many came through each element and flow. */
  passed?: ReadonlyMap<string, Passed> | undefined;
  /** How long each step takes. */
  heat?: ReadonlyMap<string, Heat> | undefined;
  /** Shows this element in the middle, large enough to read. */
  focus?: string | undefined;
  /** Opens the diagram that a call activity calls. */
  onOpen?: ((calledKey: string) => void) | undefined;
  small?: boolean;
}

const STEP = 1.25;
/** On a telephone the whole diagram cannot be read: it opens at what is going on. */
const NARROW = 600;

/** A diagram to look at, with what is going on drawn on it. Another XML is another picture: whoever may get one gives it as `key` too. */
export default function Diagram({ xml, name, tokens, marks, passed, heat, focus, onOpen, small = false }: DiagramProps) {
  const t = useT(words);
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(undefined);
  const fitted = useRef<Fitted>(undefined);
  const [viewer, setViewer] = useState<NavigatedViewer>();
  const going = tokens.find((token) => token.state !== 'done' && xml.includes(`id="${token.elementId}"`))?.elementId;
  const [error, setError] = useState<unknown>();
  const open = useRef(onOpen);
  open.current = onOpen;

  useEffect(() => {
    if (!place.current) return undefined;
    // The wheel belongs to the page; buttons zoom.
    const made = new NavigatedViewer({ container: place.current, zoomScroll: { enabled: false } });
    let gone = false;
    made.importXML(xml).then(
      () => {
        if (gone) return;
        drawn.current = undefined;
        setViewer(made);
      },
      (reason: unknown) => !gone && setError(reason),
    );
    return () => {
      gone = true;
      setViewer(undefined);
      made.destroy();
    };
  }, [xml]);

  useEffect(() => {
    if (!viewer) return;
    drawn.current?.clear();
    drawn.current = drawTokens(viewer, tokens, {
      count: t.running,
      openLabel: t.openCalled,
      ...(open.current ? { onOpen: (key: string) => open.current?.(key) } : {}),
    });
  }, [viewer, tokens, t]);

  useEffect(() => (viewer && marks ? drawMarks(viewer, marks).clear : undefined), [viewer, marks]);

  useEffect(() => (viewer && passed ? drawPassed(viewer, passed, t.passed).clear : undefined), [viewer, passed, t]);

  useEffect(() => (viewer && heat ? drawHeat(viewer, heat).clear : undefined), [viewer, heat]);

  useEffect(() => {
    if (!viewer || !place.current) return undefined;
    const made = keepFitted(viewer, place.current);
    fitted.current = made;
    return made.stop;
  }, [viewer]);

  useEffect(() => {
    if (viewer) fitted.current?.fit(() => focusOn(viewer, focus ?? (place.current && place.current.clientWidth < NARROW ? going : undefined), small));
  }, [viewer, focus, small, going]);

  const zoom = (factor: number) => viewer && canvasOf(viewer).zoom(canvasOf(viewer).zoom() * factor);
  return (
    <div className={`tertib-diagram ${small ? 'small' : ''}`}>
      <ProblemNote error={error} />
      <div className="canvas" ref={place} role="group" aria-label={t.diagram(name)} />
      {small ? null : (
        <div className="btn-group-vertical zoom d-print-none">
          <button type="button" className="btn btn-icon" aria-label={t.zoomIn} onClick={() => zoom(STEP)}><IconPlus size={18} aria-hidden /></button>
          <button type="button" className="btn btn-icon" aria-label={t.zoomOut} onClick={() => zoom(1 / STEP)}><IconMinus size={18} aria-hidden /></button>
          <button type="button" className="btn btn-icon" aria-label={t.fit} onClick={() => viewer && fitted.current?.fit(() => focusOn(viewer, undefined, small))}><IconFocusCentered size={18} aria-hidden /></button>
        </div>
      )}
    </div>
  );
}
