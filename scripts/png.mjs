/** Pictures as a browser takes them: PNG of 8 bits a channel, read into pixels and written small. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** How many channels a pixel has, by the colour type: grey, RGB, palette, RGBA. */
const CHANNELS = new Map([[0, 1], [2, 3], [3, 1], [6, 4]]);
const COLOURS = 256;
const { abs } = Math;

/** @typedef {{ readonly width: number, readonly height: number, readonly pixels: Uint8Array }} Picture RGB, one after the other. */

/** @param {Buffer} file @returns {Map<string, Buffer>} */
function chunksOf(file) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG');
  const chunks = new Map();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    chunks.set(type, type === 'IDAT' ? Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]) : data);
  }
  return chunks;
}

/** @param {number} a @param {number} b @param {number} c */
const paeth = (a, b, c) => {
  const [pa, pb, pc] = [abs(b - c), abs(a - c), abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** By the filter's number: what is added to a byte, of the bytes to the left, above, and left above. */
const FILTERS = [() => 0, (/** @type {number} */ a) => a, (/** @type {number} */ _a, /** @type {number} */ b) => b, (/** @type {number} */ a, /** @type {number} */ b) => (a + b) >> 1, paeth];

/** @param {Buffer} file @returns {Picture} */
export function readPng(file) {
  const chunks = chunksOf(file);
  const header = /** @type {Buffer} */ (chunks.get('IHDR'));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS.get(header[9] ?? -1);
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('Only PNG of 8 bits a channel, not interlaced, is read here');
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const line = width * channels;
  const bytes = new Uint8Array(height * line);
  for (let y = 0; y < height; y++) {
    const filter = FILTERS[raw[y * (line + 1)] ?? 0] ?? (() => 0);
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x < channels ? 0 : bytes[at - channels];
      const above = y === 0 ? 0 : bytes[at - line];
      bytes[at] = raw[y * (line + 1) + 1 + x] + filter(left, above, x < channels || y === 0 ? 0 : bytes[at - line - channels]);
    }
  }
  const palette = chunks.get('PLTE');
  const pixels = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let c = 0; c < 3; c++) pixels[pixel * 3 + c] = palette ? palette[bytes[pixel] * 3 + c] : bytes[pixel * channels + (channels < 3 ? 0 : c)];
  }
  return { width, height, pixels };
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** In the 256 colours that are most of it: a screen has few, and its file becomes a third. @param {Picture} picture @returns {Buffer} */
export function writePng({ width, height, pixels }) {
  const counts = new Map();
  const colourAt = (/** @type {number} */ pixel) => (pixels[pixel * 3] << 16) | (pixels[pixel * 3 + 1] << 8) | pixels[pixel * 3 + 2];
  for (let pixel = 0; pixel < width * height; pixel++) counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const kept = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, COLOURS).map(([colour]) => colour);
  const places = new Map(kept.map((colour, index) => [colour, index]));
  const far = (/** @type {number} */ a, /** @type {number} */ b) => abs((a >> 16) - (b >> 16)) + abs(((a >> 8) & 255) - ((b >> 8) & 255)) + abs((a & 255) - (b & 255));
  const place = (/** @type {number} */ colour) => {
    const known = places.get(colour);
    if (known !== undefined) return known;
    let nearest = 0;
    for (let index = 1; index < kept.length; index++) if (far(kept[index], colour) < far(kept[nearest], colour)) nearest = index;
    places.set(colour, nearest);
    return nearest;
  };
  const raw = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raw[y * (width + 1) + 1 + x] = place(colourAt(y * width + x));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
