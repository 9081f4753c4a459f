import { drawingOf, sized } from './drawing.mjs';

const FORBIDDEN = 'script, style, link, meta, iframe, object, embed, svg, form, input, video, audio';
const INLINE_IMAGE = /^data:image\/(png|jpeg);base64,[a-z0-9+/=\s]+$/i;
const BLOCK = /^(P|DIV|TABLE|H[1-6]|UL|OL|LI|HR|THEAD|TBODY|TFOOT|TR|TD|TH|COLGROUP|COL|BODY)$/;
/** More columns than this do not fit a page that stands. */
const UPRIGHT_COLUMNS = 8;
/** As the conversion calls it. */
const HEADING = /^html-h[1-6]$/;
const LINK = /^(https?:|mailto:)/i;

/**
 * Makes HTML from a template ready for conversion: takes out what a letter does not need, and says of each table how
 * it is drawn (class), how wide its columns are (`<col width>` in points or `auto`, none: the rest) and that its `thead` repeats.
 * @param {string} html @param {import('jsdom').DOMWindow} window @param {{ upright: number, landscape: number }} widths of the type area
 */
export function prepare(html, window, widths) {
  const { body } = new window.DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of body.querySelectorAll('[data-pdfmake]')) element.removeAttribute('data-pdfmake');
  for (const image of body.querySelectorAll('img')) putImage(image, window, widths.upright);
  // What leads nowhere is drawn as words, not as a link.
  for (const link of body.querySelectorAll('a')) if (!LINK.test(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes);
  dropBlanks(body, window);
  const landscape = [...body.querySelectorAll('tr')].some((row) => row.cells.length > UPRIGHT_COLUMNS);
  for (const rule of body.querySelectorAll('hr')) rule.dataset['pdfmake'] = JSON.stringify(ruleOptions(rule, landscape ? widths.landscape : widths.upright));
  for (const table of body.querySelectorAll('table')) table.dataset['pdfmake'] = JSON.stringify(tableOptions(table));
  return { html: body.innerHTML, landscape };
}

/** A photograph stays; a drawing takes its place in the page; anything else goes. @param {HTMLImageElement} image @param {import('jsdom').DOMWindow} window @param {number} most */
function putImage(image, window, most) {
  const address = image.getAttribute('src') ?? '';
  if (INLINE_IMAGE.test(address)) return;
  const drawing = drawingOf(address, window);
  if (!drawing) return image.remove();
  sized(drawing, Number(image.getAttribute('width')), most);
  image.replaceWith(image.ownerDocument.importNode(drawing, true));
}

/** Line breaks between blocks would each be drawn as an empty line. @param {HTMLElement} body @param {import('jsdom').DOMWindow} window */
function dropBlanks(body, window) {
  const walker = body.ownerDocument.createTreeWalker(body, window.NodeFilter.SHOW_TEXT);
  const blanks = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const beside = [node.previousSibling, node.nextSibling];
    if (!node.textContent?.trim() && beside.some((sibling) => !sibling || BLOCK.test(sibling.nodeName))) blanks.push(node);
  }
  for (const node of blanks) node.parentNode?.removeChild(node);
}

/** Below the letterhead the rule is the thin one of the usual pair. @param {HTMLElement} rule @param {number} width */
const ruleOptions = (rule, width) => ({ width, margin: rule.previousElementSibling?.classList.contains('kop') ? [0, 0, 0, 12] : [0, 6, 0, 8] });

/** @param {HTMLTableElement} table */
function tableOptions(table) {
  const columns = [...table.querySelectorAll(':scope > colgroup > col')].map((col) => (col.getAttribute('width') === 'auto' ? 'auto' : Number(col.getAttribute('width')) || '*'));
  const headerRows = table.tHead?.rows.length ?? 0;
  const layout = ['kop', 'tanpa-garis'].find((name) => table.classList.contains(name)) ?? 'bergaris';
  return { layout, headerRows, keepWithHeaderRows: headerRows > 0 ? 1 : 0, dontBreakRows: !mayBeTall(table), ...(columns.length > 0 && { widths: columns }) };
}

/** So much text is far from filling a page, in however narrow a cell. */
const SHORT = 1_000;

/**
 * pdfmake draws a row that may not be broken and is higher than a page beyond its end, where nobody sees it.
 *
 * @param {HTMLTableElement} table
 */
const mayBeTall = (table) => table.querySelector('table') !== null || [...table.querySelectorAll('td, th')].some((cell) => (cell.textContent?.length ?? 0) > SHORT);

/**
 * Gives converted nodes what HTML has no word for.
 * @param {any} node @returns {any}
 */
export function adopt(node) {
  if (Array.isArray(node)) return node.map(adopt);
  if (typeof node !== 'object' || node === null) return node;
  const styles = [node.style ?? []].flat();
  if (styles.includes('utuh') && (node.table || node.stack)) node.unbreakable = true;
  if (styles.some((name) => HEADING.test(name))) node.headlineLevel = 1;
  if (styles.includes('halaman-baru') && !node.table) node.pageBreak = 'before';
  for (const key of ['stack', 'text', 'columns', 'ul', 'ol']) if (Array.isArray(node[key])) node[key] = adopt(node[key]);
  if (node.table) node.table.body = adopt(node.table.body);
  return node;
}
