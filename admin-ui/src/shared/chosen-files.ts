import type { ChangeEvent } from 'react';

/** What was chosen. The field is empty again then: a browser says nothing of a file that it holds already, though it has been corrected since. */
export function chosenFiles({ target }: ChangeEvent<HTMLInputElement>): File[] {
  const files = [...(target.files ?? [])];
  target.value = '';
  return files;
}
