/** In a form that is only looked at, Form.io draws choices without labels: each is named by the text beside it, however often it is drawn anew. */
export function nameChoices(place: HTMLElement): () => void {
  const name = () => {
    for (const input of place.querySelectorAll('.form-check input:not([aria-label])')) {
      const text = input.closest('.form-check')?.querySelector('span.form-check-label')?.textContent?.trim();
      if (text) input.setAttribute('aria-label', text);
    }
  };
  name();
  const watch = new MutationObserver(name);
  watch.observe(place, { childList: true, subtree: true });
  return () => watch.disconnect();
}
