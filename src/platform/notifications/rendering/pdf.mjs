import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { JSDOM } from 'jsdom';
import htmlToPdfMake from 'html-to-pdfmake';
import pdfmake from 'pdfmake';
import { adopt, prepare } from './document.mjs';
import { picturesOf } from './picture.mjs';
import { DEFAULT_STYLE, MARGINS, STYLES, TABLE_LAYOUTS, TAG_STYLES, TYPE_AREA } from './appearance.mjs';

/** @typedef {{ title: string, number: string, author: string, date: string, language: 'id' | 'en' }} Meta */

const require = createRequire(import.meta.url);
/** @type {Record<string, Record<string, string>>} */
const fonts = require('pdfmake/fonts/Roboto.js');
const fontFolder = dirname(String(fonts['Roboto']?.['normal']));

pdfmake.addFonts(fonts);
pdfmake.addTableLayouts(TABLE_LAYOUTS);
// Neither the network nor the disk is a template's to read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((/** @type {string} */ path) => dirname(path) === fontFolder);

/** Of the height of the type area. */
const LOWEST_HEADING = 0.87;

const WORDS = {
  id: { locale: 'id-ID', numbered: (/** @type {string} */ number) => `Nomor ${number}`, page: (/** @type {number} */ page, /** @type {number} */ pages) => `Halaman ${page} dari ${pages}` },
  en: { locale: 'en-GB', numbered: (/** @type {string} */ number) => `Number ${number}`, page: (/** @type {number} */ page, /** @type {number} */ pages) => `Page ${page} of ${pages}` },
};

/** @param {string} html @param {Meta} meta @returns {Promise<Uint8Array>} */
export const toPdf = (html, meta) => laidOut(html, meta).getBuffer();

/** The PDF, and its pages as they look. @param {string} html @param {Meta} meta */
export async function toPictures(html, meta) {
  const document = laidOut(html, meta);
  const pictures = picturesOf(await document.getStream());
  return { ...pictures, pdf: await document.getBuffer() };
}

/** @param {string} html @param {Meta} meta */
function laidOut(html, { title, number, author, date, language }) {
  const { content, landscape } = converted(html);
  const when = new Date(date);
  const words = WORDS[language];
  return pdfmake.createPdf({
    content,
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: MARGINS,
    defaultStyle: DEFAULT_STYLE,
    styles: STYLES,
    language: words.locale,
    displayTitle: true,
    version: '1.7',
    info: { title: number ? `${title} (${number})` : title, author, creator: 'Tertib', creationDate: when, modDate: when },
    // A heading stays with what it heads: header and first row of a table go to the next page together.
    pageBreakBefore: (/** @type {{ headlineLevel?: number, startPosition: { verticalRatio: number } }} */ { headlineLevel, startPosition }) => headlineLevel !== undefined && startPosition.verticalRatio > LOWEST_HEADING,
    header: (/** @type {number} */ page, /** @type {number} */ pages) => ({
      style: 'kepala-halaman',
      margin: [MARGINS[0], 24, MARGINS[2], 0],
      columns: [{ text: number ? words.numbered(number) : title }, { text: words.page(page, pages), alignment: 'right', width: 120 }],
    }),
  });
}

/**
 * In a window of its own: what looks for elements remembers each document as long as its window lives (jsdom 29), which in a thread that
 * draws thousands of letters is all of them.
 *
 * @param {string} html
 */
function converted(html) {
  const { window } = new JSDOM('');
  try {
    const prepared = prepare(html, window, TYPE_AREA);
    return { content: adopt(htmlToPdfMake(prepared.html, { window, defaultStyles: TAG_STYLES })), landscape: prepared.landscape };
  } finally {
    window.close();
  }
}
