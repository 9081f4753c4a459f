/** Ref of a part of a page that an address leads to by its `#`: shown at once, though it is there only when its data are. */
export const arrival = (id: string) => (element: HTMLElement | null): void => {
  if (element && decodeURIComponent(window.location.hash.slice(1)) === id) element.scrollIntoView({ block: 'start' });
};
