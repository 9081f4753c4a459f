import './setup.js';
import { useEffect, useRef, useState } from 'react';
import type { FormDefinition, FormValues } from '../../api/index.js';
import { useLanguage } from '../i18n/index.js';
import { Formio, type FormContext } from './base.js';
import { handleOf, type FormHandle, type Webform, type WebformComponent } from './handle.js';
import { makeReadable } from './readable.js';
import { Pager } from './Pager.js';
import { pagesOf, showPage, pageWith } from './pages.js';
import { prepared, written } from './prepare.js';
import { translations } from './translations.js';

interface Props {
  form: FormDefinition;
  /** What the form starts with; later changes of this do not overwrite what is typed. */
  initial: FormValues;
  readOnly?: boolean;
  context?: FormContext;
  /** Told of each change made by a person. */
  onChange?: (values: FormValues) => void;
  onReady?: (handle: FormHandle) => void;
}

interface Change {
  changed?: { instance?: WebformComponent };
}

type CreateForm = (element: HTMLElement, form: FormDefinition, options: object) => Promise<Webform>;
const createForm = (Formio as unknown as { createForm: CreateForm }).createForm.bind(Formio);

/** A Form.io form as a React component: mounted in an effect, destroyed with it. */
export default function FormView({ form, initial, readOnly = false, context, onChange, onReady }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const lang = useLanguage();
  const latest = useRef({ onChange, onReady, values: initial });
  latest.current.onChange = onChange;
  latest.current.onReady = onReady;
  const { caseId, taskId, page: address, preview } = context ?? {};
  const pages = readOnly ? [] : pagesOf(form);
  const [drawn, setDrawn] = useState<Webform>();
  const [page, setPage] = useState(0);
  // A condition may hide or show whole pages.
  const [, setCount] = useState(0);

  useEffect(() => {
    const place = document.createElement('div');
    frame.current?.append(place);
    // From its first element on: Form.io shows a form before it has put its values in.
    const unwatch = readOnly ? makeReadable(place) : undefined;
    let gone = false;
    let webform: Webform | undefined;
    const options = {
      readOnly, noAlerts: true, language: lang, iconset: 'bi', sanitize: true, tertib: { caseId, taskId, page: address, preview },
      i18n: translations(form.i18n),
    };
    void createForm(place, prepared(form), options).then(async (made) => {
      if (gone) return made.destroy(true);
      webform = made;
      await made.setSubmission({ data: structuredClone(latest.current.values) });
      if (gone) return undefined;
      const tell = () => latest.current.onChange?.(structuredClone(written(form, made.data)));
      made.on('change', ((change: Change, _flags: unknown, modified: boolean | undefined) => {
        latest.current.values = made.data;
        if (pages.length > 1) setCount((count) => count + 1);
        if (!modified) return;
        // What the server said was about the value before.
        if (change.changed?.instance) change.changed.instance.serverErrors = [];
        tell();
      }) as (...values: never[]) => void);
      const handle = handleOf(made, form, tell);
      setDrawn(made);
      const focus = (path: string): void => {
        const found = pageWith(pages, made, path);
        if (found >= 0) {
          showPage(place, pages, found);
          setPage(found);
        }
        handle.focus(path);
      };
      latest.current.onReady?.({ ...handle, focus });
      return undefined;
    });
    return () => {
      gone = true;
      unwatch?.();
      setDrawn(undefined);
      if (webform) latest.current.values = structuredClone(webform.data);
      webform?.destroy(true);
      place.remove();
    };
  }, [form, readOnly, lang, caseId, taskId, address, preview]);

  useEffect(() => {
    const place = frame.current;
    if (!drawn || !place || pages.length < 2) return undefined;
    showPage(place, pages, page);
    // Form.io draws parts anew when a condition changes.
    const watch = new MutationObserver(() => showPage(place, pages, page));
    watch.observe(place, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [drawn, page]);

  return (
    <>
      <div className="tertib-form" ref={frame} />
      {drawn && pages.length > 1 ? <Pager pages={pages} webform={drawn} page={page} onPage={setPage} /> : null}
    </>
  );
}
