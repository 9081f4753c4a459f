import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChangeKind, FormDefinition } from '../../../api/index.js';
import { Form } from '../../../shared/formio/index.js';
import { ProblemNote } from '../../../shared/ui/index.js';

interface Props {
  content: string;
  name: string;
  marks: ReadonlyMap<string, ChangeKind>;
  focus: string | undefined;
}

const NO_VALUES = {};

function read(content: string): { form?: FormDefinition; error?: unknown } {
  try {
    return { form: JSON.parse(content) as FormDefinition };
  } catch (error) {
    return { error };
  }
}

/** A form as people see it, with the fields marked that differ. */
export function FormSide({ content, name, marks, focus }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(0);
  const { form, error } = useMemo(() => read(content), [content]);
  useEffect(() => {
    for (const [key, change] of marks) fieldsOf(frame.current, key).forEach((field) => field.classList.add('compared', `compared-${change}`));
  }, [marks, drawn]);
  useEffect(() => {
    if (!focus) return undefined;
    const fields = fieldsOf(frame.current, focus);
    fields[0]?.scrollIntoView({ block: 'nearest' });
    fields.forEach((field) => field.classList.add('compared-here'));
    return () => fields.forEach((field) => field.classList.remove('compared-here'));
  }, [focus, drawn]);
  return (
    <div ref={frame} className="compared-form border p-3" role="group" aria-label={name} tabIndex={0}>
      <ProblemNote error={error} />
      {form ? <Form form={form} initial={NO_VALUES} readOnly onReady={() => setDrawn((count) => count + 1)} /> : null}
    </div>
  );
}

const fieldsOf = (frame: HTMLElement | null, key: string): Element[] => [...(frame?.querySelectorAll(`.formio-component-${CSS.escape(key)}`) ?? [])];
