/** A drawing's attributes: numbers are rounded to hundredths of a point. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const written = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value));

/** An element of SVG; whatever is put in as text or attribute is escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${written(value)}"`])).join('');
  return children.length > 0 ? `<${name}${given}>${children.join('')}</${name}>` : `<${name}${given}/>`;
}

/** A line of text in the font of letters. */
export const label = (x: number, y: number, text: string, more: Attributes = {}): string => element('text', { x, y, 'font-size': 11, fill: '#212529', ...more }, escaped(text));

/** The whole drawing: with a background, so that it can be read on a dark screen, and said by its title. */
export const drawing = (width: number, height: number, title: string, parts: readonly string[]): string =>
  element(
    'svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, role: 'img', 'font-family': 'Roboto, sans-serif' },
    element('title', {}, escaped(title)), element('rect', { x: 0, y: 0, width, height, fill: '#ffffff' }), label(8, 18, title, { 'font-size': 13, 'font-weight': 'bold' }), ...parts,
  );

/** Slanting lines over an area, by which missing values are told from small ones; without a pattern, which not every reader of SVG draws. */
export function hatch(x: number, y: number, width: number, height: number): string {
  const lines = Array.from({ length: Math.ceil((width + height) / 5) }, (_, index) => {
    const far = (index + 1) * 5;
    return `M${two(x + Math.min(far, width))} ${two(y + Math.max(0, far - width))}L${two(x + Math.max(0, far - height))} ${two(y + Math.min(far, height))}`;
  });
  return element('rect', { x, y, width, height, fill: '#ffffff', stroke: '#6c757d', 'stroke-width': 0.7 }) + element('path', { d: lines.join(''), stroke: '#6c757d', 'stroke-width': 0.7, fill: 'none' });
}

export const two = (value: number): string => String(Math.round(value * 100) / 100);

/** What does not fit is cut; letters are about half as wide as high. */
export const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** As an image's address, which pages and letters take. */
export const embedded = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
