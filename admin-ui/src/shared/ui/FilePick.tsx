import type { InputHTMLAttributes } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> {
  id: string;
  /** What stands on the button. */
  choose: string;
  isInvalid?: boolean;
}

/** A file field in the language of the screen: the browser's own speaks that of the browser. It lies unseen over a drawn button, so that keys, labels and files that are dropped on it work as ever. */
export function FilePick({ choose, isInvalid = false, ...rest }: Props) {
  return (
    <span className="tertib-file">
      <input {...rest} type="file" />
      <span className={`btn ${isInvalid ? 'border-danger' : ''}`} aria-hidden>{choose}</span>
    </span>
  );
}
