import { useRef, useState } from 'react';
import type { FileRef, FormComponent } from '../../../api/index.js';
import { chosenFiles } from '../../chosen-files.js';
import { useT } from '../../i18n/index.js';
import { FilePick } from '../../ui/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';
import { FileList } from './FileList.js';
import { accepts, bytesOf } from './upload.js';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** As people write lists and sizes: `.pdf, .xlsx`, `20 MB`. */
const spaced = (types: string): string => types.split(',').map((type) => type.trim()).filter(Boolean).join(', ');
const spacedSize = (size: string): string => size.replace(/(\d)([A-Za-z])/, '$1 $2');

function BerkasView({ id, component, value, onChange, upload, disabled, required, context }: ViewProps<FileRef[]>) {
  const t = useT(words);
  const [busy, setBusy] = useState<string>();
  const [errors, setErrors] = useState<string[]>([]);
  const files = Array.isArray(value) ? value : [];
  const latest = useRef(files);
  latest.current = files;
  const multiple = component['multipleFiles'] === true;
  const types = text(component['filePattern']) === '*' ? '' : text(component['filePattern']);
  const largest = text(component['fileMaxSize']);

  const take = async (chosen: File[]) => {
    const failed: string[] = [];
    for (const file of chosen) {
      const limit = bytesOf(largest);
      if (limit && file.size > limit) failed.push(t.tooBig(file.name, spacedSize(largest)));
      else if (!accepts(file, types)) failed.push(t.wrongType(file.name, spaced(types)));
      else {
        setBusy(file.name);
        await upload(file).then(
          (ref) => {
            latest.current = multiple ? [...latest.current, ref] : [ref];
            onChange(latest.current);
          },
          (reason: unknown) => failed.push(`${file.name}: ${reason instanceof Error ? reason.message : String(reason)}`),
        );
      }
    }
    setBusy(undefined);
    setErrors(failed);
  };

  return (
    <div>
      <FileList files={files} madeUp={context.preview !== undefined} {...(disabled ? {} : { onRemove: (gone: FileRef) => onChange(files.filter((file) => file.id !== gone.id)) })} />
      {disabled && !files.length ? <p className="text-secondary mb-0">{t.none}</p> : null}
      {disabled ? null : (
        <div className={`d-flex flex-wrap gap-2 align-items-center ${files.length ? 'mt-1' : ''}`}>
          <FilePick id={id} choose={multiple && files.length ? t.chooseMore : t.choose} multiple={multiple} accept={types || undefined} aria-required={required} disabled={busy !== undefined} onChange={(event) => void take(chosenFiles(event))} />
          <span className="text-secondary text-break min-w-0" role="status">{busy ? t.uploading(busy) : files.length ? null : t.none}</span>
        </div>
      )}
      {!disabled && (types || largest) ? <div className="form-hint">{t.limits(spaced(types), spacedSize(largest))}</div> : null}
      {errors.map((error) => <div key={error} className="invalid-feedback d-block" role="alert">{error}</div>)}
    </div>
  );
}

/** Files uploaded to our own store; the value is what the store answered: `[{id, name, size, type, sha256}]`. */
export class Berkas extends ReactField<FileRef[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'berkas', label: 'Berkas', key: 'berkas', multipleFiles: true, filePattern: '.pdf,.jpg,.jpeg,.png', fileMaxSize: '10MB' }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Files', group: 'tertib', icon: 'file', weight: 10, schema: Berkas.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([
      { type: 'checkbox', key: 'multipleFiles', label: 'Several files', input: true, weight: 1 },
      { type: 'textfield', key: 'filePattern', label: 'File types', description: 'For example .pdf,.xlsx', input: true, weight: 2 },
      { type: 'textfield', key: 'fileMaxSize', label: 'Largest size', description: 'For example 10MB', input: true, weight: 3 },
    ], extend);
  }

  get defaultSchema(): FormComponent {
    return Berkas.schema();
  }

  get emptyValue(): FileRef[] {
    return [];
  }

  protected view(props: ViewProps<FileRef[]>) {
    return <BerkasView {...props} />;
  }
}
