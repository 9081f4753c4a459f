import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  title: string;
  /** In pixels: what is inside sees a screen of this width. */
  width: number;
  lang: string;
  children: ReactNode;
}

const LOWEST = 400;

/** A screen of a width of its own: styles for narrow screens hold inside it, whatever screen this one is. */
export function DeviceFrame({ title, width, lang, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [body, setBody] = useState<HTMLElement>();
  const [height, setHeight] = useState(LOWEST);

  const begin = () => {
    const inner = frame.current?.contentDocument;
    if (!inner) return;
    for (const style of document.head.querySelectorAll('style, link[rel="stylesheet"]')) inner.head.append(style.cloneNode(true));
    inner.body.className = document.body.className;
    setBody(inner.body);
  };
  useEffect(() => {
    if (!body) return undefined;
    body.ownerDocument.documentElement.lang = lang;
    const inside = content.current;
    if (!inside) return undefined;
    const watch = new ResizeObserver(() => setHeight(Math.max(LOWEST, inside.scrollHeight)));
    watch.observe(inside);
    return () => watch.disconnect();
  }, [body, lang]);

  return (
    <div className="tertib-device" tabIndex={0} role="region" aria-label={title}>
      <iframe ref={frame} title={title} srcDoc="<!doctype html><title></title><body></body>" style={{ width, height }} onLoad={begin}>{body ? createPortal(<div ref={content}>{children}</div>, body) : null}</iframe>
    </div>
  );
}
