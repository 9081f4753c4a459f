import { useId, useState } from 'react';
import { chosenFiles } from '../chosen-files.js';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';
import { described, Frame, type Common } from './Field.js';
import { FilePick } from './FilePick.js';

interface Props extends Common {
  accept: string;
  required?: boolean;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** A file of this computer; the same one can be chosen again. Its name stands beside it, since the field itself is empty again. */
export function FileField({ label, hint, error, accept, required = false, disabled = false, onFile }: Props) {
  const t = useT(common);
  const id = useId();
  const [name, setName] = useState('');
  const about = { label, error, ...(hint && { hint }) };
  return (
    <Frame id={id} {...about} required={required}>
      <div className="d-flex flex-wrap gap-2 align-items-center">
        <FilePick
          id={id} choose={t.chooseFile} isInvalid={Boolean(error)} accept={accept} disabled={disabled} required={required && name === ''} {...described(id, about)}
          onChange={(event) => {
            const [file] = chosenFiles(event);
            if (!file) return;
            setName(file.name);
            onFile(file);
          }}
        />
        <div className="text-break min-w-0" role="status">{name ? t.chosenFile(name) : null}</div>
      </div>
    </Frame>
  );
}
