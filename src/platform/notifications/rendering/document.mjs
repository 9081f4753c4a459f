const FORBIDDEN = 'script, style, link, meta, iframe, object, embed, svg, form, input, video, audio';
const INLINE_IMAGE = /^data:image\/(png|jpeg);base64,[a-z0-9+/=\s]+$/i;
const LINK = /^(https?:|mailto:)/i;

/**
 * Makes HTML from a template ready for conversion: takes out what a letter does not need, and says of each table how
 * it is drawn (class), how wide its columns are (`<col width>` in points, none: the rest) and that its `thead` repeats.
 * @param {string} html @param {import('jsdom').DOMWindow} window
 */
export function prepare(html, window) {
  const { body } = new window.DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of body.querySelectorAll('[data-pdfmake]')) element.removeAttribute('data-pdfmake');
  for (const image of body.querySelectorAll('img')) if (!INLINE_IMAGE.test(image.getAttribute('src') ?? '')) image.remove();
  for (const link of body.querySelectorAll('a[href]')) if (!LINK.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  for (const table of body.querySelectorAll('table')) table.dataset['pdfmake'] = JSON.stringify(tableOptions(table));
  return body.innerHTML;
}

/** @param {HTMLTableElement} table */
function tableOptions(table) {
  const columns = [...table.querySelectorAll(':scope > colgroup > col')].map((col) => Number(col.getAttribute('width')) || '*');
  const headerRows = table.tHead?.rows.length ?? 0;
  const layout = ['kop', 'tanpa-garis'].find((name) => table.classList.contains(name)) ?? 'bergaris';
  return { layout, headerRows, keepWithHeaderRows: headerRows > 0 ? 1 : 0, dontBreakRows: true, ...(columns.length > 0 && { widths: columns }) };
}

/**
 * Gives converted nodes what HTML has no word for.
 * @param {any} node @returns {any}
 */
export function adopt(node) {
  if (Array.isArray(node)) return node.map(adopt);
  if (typeof node !== 'object' || node === null) return node;
  const styles = [node.style ?? []].flat();
  if (styles.includes('utuh') && (node.table || node.stack)) node.unbreakable = true;
  if (styles.includes('halaman-baru') && !node.table) node.pageBreak = 'before';
  for (const key of ['stack', 'text', 'columns', 'ul', 'ol']) if (Array.isArray(node[key])) node[key] = adopt(node[key]);
  if (node.table) node.table.body = adopt(node.table.body);
  return node;
}
