const INLINE_DRAWING = /^data:image\/svg\+xml;base64,([a-z0-9+/=\s]+)$/i;
const MOST_LETTERS = 3_000_000;
const ELEMENTS = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc', 'defs', 'clipPath']);
const ATTRIBUTES = new Set([
  'xmlns', 'id', 'width', 'height', 'viewBox', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'points', 'transform', 'dx', 'dy', 'fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'clip-path', 'stroke', 'stroke-width', 'stroke-opacity',
  'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor',
]);
/** What a drawing may name stands in itself. */
const OWN_PLACE = /^url\(#[\w-]+\)$/;

/**
 * A drawing (SVG) that stands in an image's address, with shapes and words only: nothing in it can ask for a file, an address or a
 * script. Null where it holds anything else.
 * @param {string} address @param {import('jsdom').DOMWindow} window @returns {Element | null}
 */
export function drawingOf(address, window) {
  const [, encoded] = INLINE_DRAWING.exec(address) ?? [];
  if (encoded === undefined || encoded.length > MOST_LETTERS) return null;
  // A hard space would be written as HTML's own name for it, which XML does not have.
  const root = new window.DOMParser().parseFromString(Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\u00A0', ' '), 'image/svg+xml').documentElement;
  const all = [root, ...root.querySelectorAll('*')];
  if (root.localName !== 'svg' || !all.every(({ localName }) => ELEMENTS.has(localName))) return null;
  for (const element of all) {
    for (const { name, value } of element.attributes) if (!ATTRIBUTES.has(name) || (value.includes('url(') && !OWN_PLACE.test(value))) element.removeAttribute(name);
  }
  return root;
}

/** As wide as the image was to be, and as high as goes with it. @param {Element} root @param {number} wanted @param {number} most */
export function sized(root, wanted, most) {
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(root.getAttribute(name) ?? '') || 100);
  const wide = Math.min(wanted || Number(width), most);
  root.setAttribute('width', String(wide));
  root.setAttribute('height', String((Number(height) * wide) / Number(width)));
}
