/** Form.io draws choices without labels: each is named by the text beside it. */
function nameChoices(place: HTMLElement): void {
  for (const input of place.querySelectorAll('.form-check input:not([aria-label])')) {
    const text = input.closest('.form-check')?.querySelector('span.form-check-label')?.textContent?.trim();
    if (text) input.setAttribute('aria-label', text);
  }
}

/** Rows that are wider than the page are scrolled; where none of their fields takes the focus, keys reach them by themselves. */
function reachRows(place: HTMLElement): void {
  for (const rows of place.querySelectorAll('.formio-component-datagrid:not([tabindex])')) rows.setAttribute('tabindex', '0');
}

/** A form that is only looked at, as a screen reader and keys need it, however often Form.io draws it anew. */
export function makeReadable(place: HTMLElement): () => void {
  const mend = () => {
    nameChoices(place);
    reachRows(place);
  };
  mend();
  const watch = new MutationObserver(mend);
  watch.observe(place, { childList: true, subtree: true });
  return () => watch.disconnect();
}
