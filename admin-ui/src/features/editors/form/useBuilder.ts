import { FormBuilder } from '@formio/js';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FormComponent, FormDefinition } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { translations } from '../../../shared/formio/translations.js';
import type { Mend } from '../useEditing.js';
import type { EditorProps } from '../EditorPage.js';
import { words } from '../words.js';
import { gathered, missingEnglish, withEnglish, type Missing } from './english.js';
import { explicit } from './explicit.js';
import type { SettingLists } from './lists.js';
import { builderOptions } from './options.js';
import { replaced } from './replaced.js';

interface Builder {
  ready: Promise<unknown>;
  instance: { schema: { components: FormComponent[] }; on(event: string, tell: () => void): void };
  destroy(all?: boolean): void;
}

export interface BuilderHandle {
  frame: RefObject<HTMLDivElement | null>;
  drawn: boolean;
  /** Texts without English, once the builder has paused. */
  missing: Missing[];
  /** The form as it stands in the builder. */
  read: () => FormDefinition;
  /** Puts another in its place, which is then not saved yet. */
  replace: (form: FormDefinition) => void;
}

const written = (form: FormDefinition): string => `${JSON.stringify(form, null, 2)}\n`;

/** Form.io's builder, with the field types that the server takes and no others, drawn into a frame. */
export function useBuilder({ content, onDirty, onReady }: Pick<EditorProps, 'content' | 'onDirty' | 'onReady'>, lists: SettingLists | undefined): BuilderHandle {
  const t = useT(words);
  const lang = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const tell = useRef(onDirty);
  tell.current = onDirty;
  const [source, setSource] = useState(content);
  const [drawn, setDrawn] = useState(false);
  const [missing, setMissing] = useState<Missing[]>([]);
  /** Whether the builder is being drawn anew for a repair. */
  const mending = useRef(false);
  const first = useRef(true);
  const read = useRef(() => JSON.parse(source) as FormDefinition);

  const mend: Mend = ({ edit, elementId, value }) => {
    const before = read.current();
    const components = edit === 'component' ? replaced(before.components, elementId, [JSON.parse(value) as FormComponent]) : undefined;
    if (!components) return undefined;
    mending.current = true;
    setSource(written({ ...before, components }));
    return () => setSource(written(before));
  };

  useEffect(() => {
    if (!lists) return undefined;
    const place = document.createElement('div');
    frame.current?.append(place);
    const form = JSON.parse(source) as FormDefinition;
    const options = { ...builderOptions({ ...t, language: lang }, lists), language: lang, iconset: 'bi', noDefaultSubmitButton: true, keyboardBuilder: true, i18n: translations() };
    const builder = new FormBuilder(place, { display: 'form', components: withEnglish(form.components, form.i18n?.['en']) }, options) as unknown as Builder;
    // Form.io draws its side bar of spans: said to be the buttons they are, each time they are drawn.
    const watch = new MutationObserver(() => place.querySelectorAll('.formcomponent:not([role])').forEach((item) => item.setAttribute('role', 'button')));
    watch.observe(place, { childList: true, subtree: true });
    let gone = false;
    void builder.ready.then(() => {
      if (gone) return;
      setDrawn(true);
      read.current = () => {
        const { components, english } = gathered(explicit(builder.instance.schema.components), { components: form.components, english: form.i18n?.['en'] });
        const { i18n, ...rest } = form;
        return { ...rest, components, ...(i18n || Object.keys(english).length > 0 ? { i18n: { ...i18n, en: english } } : {}) };
      };
      const look = () => {
        const now = read.current();
        setMissing(missingEnglish(now.components, now.i18n?.['en']));
      };
      look();
      const changed = () => {
        tell.current();
        // The builder tells before it has the change.
        setTimeout(() => !gone && look());
      };
      for (const event of ['saveComponent', 'deleteComponent', 'updateComponent', 'removeComponent', 'addComponent']) builder.instance.on(event, changed);
      onReady(async () => written(read.current()), mend);
      if (!first.current) tell.current(mending.current);
      first.current = false;
      mending.current = false;
    });
    return () => {
      gone = true;
      setDrawn(false);
      watch.disconnect();
      builder.destroy(true);
      place.remove();
    };
    // A new language draws the builder anew; what was changed but not saved is read from the draft again.
  }, [content, source, lang, lists]);

  return { frame, drawn, missing, read: () => read.current(), replace: (form) => setSource(written(form)) };
}
