/**
 * One thing on a page, in points from its upper left corner. What a picture of a page needs and no more: letters hold
 * text, lines, coloured areas, the dots of lists, inline images and drawings.
 * @typedef {{ kind: 'text', x: number, y: number, width: number, size: number, bold: boolean, italic: boolean, underline: boolean, color: string, text: string }
 *   | { kind: 'line', x: number, y: number, x2: number, y2: number, width: number, color: string }
 *   | { kind: 'area', x: number, y: number, width: number, height: number, color: string }
 *   | { kind: 'dot', x: number, y: number, size: number, color: string }
 *   | { kind: 'image', x: number, y: number, width: number, height: number, source: string }} Mark
 */
/** @typedef {{ width: number, height: number, marks: Mark[] }} Page */

/** A longer letter is seen whole as a PDF. */
export const MOST_PAGES = 20;
const BLACK = '#000000';
const COLOR = /^#[0-9a-f]{3,8}$|^[a-z]+$/i;
const INLINE_IMAGE = /^data:image\/(png|jpeg|svg\+xml);base64,/i;

/**
 * The pages as pdfmake has laid them out, so that they are shown where no PDF viewer is: on telephones.
 * @param {any} document pdfmake's, after the layout
 * @returns {{ pages: Page[], total: number }}
 */
export function picturesOf(document) {
  /** @type {any[]} */
  // oxlint-disable-next-line no-underscore-dangle -- pdfmake's name
  const pages = document._pdfMakePages ?? [];
  return { total: pages.length, pages: pages.slice(0, MOST_PAGES).map(({ pageSize, items }) => ({ width: round(pageSize.width), height: round(pageSize.height), marks: items.flatMap((/** @type {any} */ item) => marksOf(item, document.images ?? {})) })) };
}

/** @param {{ type: string, item: any }} placed @param {Record<string, unknown>} images @returns {Mark[]} */
function marksOf({ type, item }, images) {
  if (type === 'line') return textOf(item);
  if (type === 'vector') return shapeOf(item);
  const source = type === 'svg' ? `data:image/svg+xml;base64,${Buffer.from(String(item.svg)).toString('base64')}` : type === 'image' ? images[item.image] : undefined;
  // oxlint-disable-next-line no-underscore-dangle -- pdfmake's names
  const { _width: width, _height: height } = item;
  return typeof source === 'string' && INLINE_IMAGE.test(source) ? [{ kind: 'image', x: round(item.x), y: round(item.y), width: round(width), height: round(height), source }] : [];
}

/** Words that stand beside each other alike are one text, unless the line is stretched. @param {any} line @returns {Mark[]} */
function textOf(line) {
  const baseline = line.y + line.getAscenderHeight();
  /** @type {(Mark & { kind: 'text' })[]} */
  const texts = [];
  for (const { text, x, width, fontSize, font, decoration, color } of line.inlines) {
    const name = String(font?.name ?? '');
    const word = { kind: /** @type {const} */ ('text'), x: line.x + x, y: round(baseline), width, size: fontSize, bold: /Medium|Bold/.test(name), italic: /Italic/.test(name), underline: [decoration].flat().includes('underline'), color: colorOf(color), text };
    const before = texts.at(-1);
    if (before && joins(before, word)) Object.assign(before, { text: before.text + text, width: before.width + width });
    else texts.push(word);
  }
  return texts.filter(({ text }) => text.trim() !== '').map((one) => ({ ...one, x: round(one.x), width: round(one.width) }));
}

/** @param {Mark & { kind: 'text' }} before @param {Mark & { kind: 'text' }} word */
const joins = (before, word) => Math.abs(before.x + before.width - word.x) < 0.05 && ['size', 'bold', 'italic', 'underline', 'color'].every((name) => Reflect.get(before, name) === Reflect.get(word, name));

/** @param {any} vector @returns {Mark[]} */
function shapeOf({ type, x, y, x1, y1, x2, y2, w, h, r1, lineWidth = 1, lineColor, color }) {
  if (type === 'line') return [{ kind: 'line', x: round(x1), y: round(y1), x2: round(x2), y2: round(y2), width: lineWidth, color: colorOf(lineColor) }];
  if (type === 'rect' && color) return [{ kind: 'area', x: round(x), y: round(y), width: round(w), height: round(h), color: colorOf(color) }];
  return type === 'ellipse' ? [{ kind: 'dot', x: round(x), y: round(y), size: round(r1), color: colorOf(color) }] : [];
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;
/** @param {unknown} color */
const colorOf = (color) => (typeof color === 'string' && COLOR.test(color) ? color : BLACK);
