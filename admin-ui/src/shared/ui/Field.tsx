import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useFormat } from '../i18n/index.js';
import { chosenDay } from './chosen-day.js';

export interface Common {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** A field with its label above, and its hint and what is wrong with it below. */
export function Frame({ id, label, hint, error, required, children }: Common & { id: string; required?: boolean | undefined; children: ReactNode }) {
  return (
    <div className="mb-3">
      <label className={`form-label ${required ? 'required' : ''}`} htmlFor={id}>{label}</label>
      {children}
      {hint ? <div className="form-hint" id={`${id}-hint`}>{hint}</div> : null}
      {error ? <div className="invalid-feedback d-block" id={`${id}-error`}>{error}</div> : null}
    </div>
  );
}

export function described(id: string, { hint, error }: Common): Record<string, string | boolean> {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { ...(by ? { 'aria-describedby': by } : {}), ...(error ? { 'aria-invalid': true } : {}) };
}

export function TextField({ label, hint, error, ...rest }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const chosen = chosenDay(rest.type, rest.value, useFormat());
  return (
    <Frame id={id} label={label} {...(hint ? { hint } : {})} error={error} required={rest.required}>
      <input id={id} className={`form-control ${error ? 'is-invalid' : ''}`} {...described(id, { label, ...(hint ? { hint } : {}), error })} {...rest} />
      {chosen ? <div className="form-hint tertib-day">{chosen}</div> : null}
    </Frame>
  );
}

export function AreaField({ label, hint, error, ...rest }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} {...(hint ? { hint } : {})} error={error} required={rest.required}>
      <textarea id={id} rows={3} className={`form-control ${error ? 'is-invalid' : ''}`} {...described(id, { label, ...(hint ? { hint } : {}), error })} {...rest} />
    </Frame>
  );
}

export function SelectField({ label, hint, error, children, ...rest }: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} {...(hint ? { hint } : {})} error={error} required={rest.required}>
      <select id={id} className="form-select" {...described(id, { label, ...(hint ? { hint } : {}), error })} {...rest}>{children}</select>
    </Frame>
  );
}
