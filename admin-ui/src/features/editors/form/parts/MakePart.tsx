import { useState, type FormEvent } from 'react';
import type { FormDefinition, FormPart } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../../shared/i18n/index.js';
import { say, SelectField, TextField } from '../../../../shared/ui/index.js';
import { useSavePart } from '../../calls.js';
import { Refused } from '../../FindingList.js';
import { englishOf, groupsIn } from './copies.js';
import { partWords } from './words.js';

interface Props {
  form: FormDefinition;
  parts: FormPart[];
  /** With the version that was saved, and the group that it was made of. */
  onMade: (part: FormPart, at: string) => void;
}

/** A group of this form becomes a part, or a new version of one; in the form stands its copy then. */
export function MakePart({ form, parts, onMade }: Props) {
  const t = useT(partWords);
  const lang = useLanguage();
  const save = useSavePart();
  const groups = groupsIn(form);
  const [at, setAt] = useState(groups[0]?.key ?? '');
  const [key, setKey] = useState('');
  const group = groups.find((one) => one.key === at);
  const [title, setTitle] = useState({ id: group?.name ?? '', en: form.i18n?.['en']?.[group?.name ?? ''] ?? '' });
  const latest = [...new Map(parts.map((part) => [part.key, part])).values()];
  const choose = (next: string) => {
    const name = groups.find((one) => one.key === next)?.name ?? '';
    setAt(next);
    setTitle({ id: name, en: form.i18n?.['en']?.[name] ?? '' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!group) return;
    const { components } = group;
    const named = latest.find((part) => part.key === key)?.title ?? title;
    const made = { key: key || null, title: named, components: components as unknown as FormPart['components'], english: englishOf(components, form) };
    save.mutate(made, {
      onSuccess: (pin) => {
        say(t.saved(named[lang], pin.version));
        onMade({ ...made, ...pin, usedBy: [] }, at);
      },
    });
  };
  return (
    <details open={parts.length === 0}>
      <summary className="fw-bold mb-2">{t.make}</summary>
      {groups.length === 0 ? <p className="mb-0">{t.noGroup}</p> : (
        <form onSubmit={submit}>
          <Refused error={save.error} />
          <SelectField label={t.group} value={at} onChange={(event) => choose(event.target.value)}>{groups.map((one) => <option key={one.key} value={one.key}>{one.name}</option>)}</SelectField>
          <SelectField label={t.as} value={key} onChange={(event) => setKey(event.target.value)}>
            <option value="">{t.asNew}</option>
            {latest.map((part) => <option key={part.key} value={part.key}>{t.asVersion(part.title[lang], part.version + 1)}</option>)}
          </SelectField>
          {key === '' ? <><TextField label={t.nameId} required value={title.id} onChange={(event) => setTitle({ ...title, id: event.target.value })} /><TextField label={t.nameEn} required value={title.en} onChange={(event) => setTitle({ ...title, en: event.target.value })} /></> : null}
          <button type="submit" className="btn btn-primary" disabled={save.isPending}>{t.save}</button>
        </form>
      )}
    </details>
  );
}
