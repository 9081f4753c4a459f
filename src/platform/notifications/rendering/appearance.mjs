/** Left, top, right, bottom, in points: 2.5 cm at the binding, 2 cm elsewhere. @type {[number, number, number, number]} */
export const MARGINS = [71, 56, 57, 57];

/** Width between the margins of A4, standing and lying. */
export const TYPE_AREA = { upright: 595.28 - MARGINS[0] - MARGINS[2], landscape: 841.89 - MARGINS[0] - MARGINS[2] };

export const DEFAULT_STYLE = { font: 'Roboto', fontSize: 10.5, lineHeight: 1.2, color: '#000000' };

/** What a tag looks like. */
export const TAG_STYLES = {
  p: { margin: [0, 0, 0, 7] },
  h1: { fontSize: 13, marginBottom: 2 },
  h2: { fontSize: 11.5, marginBottom: 4, marginTop: 8 },
  h3: { fontSize: 10.5, marginBottom: 3, marginTop: 6 },
  table: { marginBottom: 8 },
  th: { bold: true, fillColor: '#e9ecef' },
  a: { color: '#000000', decoration: 'underline' },
  ul: { marginBottom: 7, marginLeft: 4 },
  ol: { marginBottom: 7, marginLeft: 4 },
};

/** What a class looks like; letters/README.md lists them. */
export const STYLES = {
  tengah: { alignment: 'center' },
  kanan: { alignment: 'right' },
  rata: { alignment: 'justify' },
  kecil: { fontSize: 8.5 },
  tebal: { bold: true },
  mono: { fontSize: 7.5 },
  // A figure that leads to where it comes from: a whole table of underlined numbers would not be read.
  rujukan: { decoration: 'underline', decorationStyle: 'dotted', decorationColor: '#8a99a8' },
  judul: { alignment: 'center', bold: true, fontSize: 13 },
  'kop-pemerintah': { alignment: 'center', fontSize: 12.5, lineHeight: 1.1 },
  'kop-instansi': { alignment: 'center', fontSize: 15.5, bold: true, lineHeight: 1.1 },
  'kop-alamat': { alignment: 'center', fontSize: 8.5, lineHeight: 1.1 },
  'kepala-halaman': { fontSize: 8, color: '#555555' },
};

const none = () => 0;
const grid = () => 0.6;

/** How tables are drawn, by class; `bergaris` where none is given. */
export const TABLE_LAYOUTS = {
  bergaris: { hLineWidth: grid, vLineWidth: grid, hLineColor: () => '#444444', vLineColor: () => '#444444', paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 2.5, paddingBottom: () => 2 },
  'tanpa-garis': { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: () => 4, paddingTop: () => 0.5, paddingBottom: () => 0.5 },
  // The thick rule under a letterhead; the thin one is the layout's <hr>.
  kop: {
    hLineWidth: (/** @type {number} */ line, /** @type {{ table: { body: unknown[] } }} */ node) => (line === node.table.body.length ? 2.2 : 0),
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: () => 3,
  },
};
