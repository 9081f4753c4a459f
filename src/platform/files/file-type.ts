import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { extensionOf } from './file-name.js';
import { FileProblem } from './files.errors.js';
import { checkZip } from './zip-check.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What may be uploaded, and the extensions that such a file may carry. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  [XLSX]: ['xlsx'],
  [DOCX]: ['docx'],
  'text/csv': ['csv', 'tsv'],
  'text/plain': ['txt'],
  'application/geo+json': ['geojson'],
};
/** What has no magic bytes. */
const isText = (type: string): boolean => type.startsWith('text/') || type === 'application/geo+json';

const MAGIC: readonly (readonly [type: string, bytes: Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['zip', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['ole', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
];

/** Browsers guess from about this many first bytes. */
const SNIFFED = 1500;
const MARKUP = /^\s*<|<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i;
/** Tab, line feed, form feed, carriage return, and the end-of-file mark of old DOS programs. */
const ALLOWED_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a]);
const isBinary = (byte: number): boolean => byte < 0x20 && !ALLOWED_CONTROLS.has(byte);

/** The media type found in a file's content. @throws the problem that says why it is refused. */
export async function detectType(path: string, name: string): Promise<string> {
  const head = await readHead(path);
  if (head.length === 0) throw FileProblem.empty();
  const magic = MAGIC.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))?.[0];
  if (magic === 'ole') throw FileProblem.oldOffice();
  const type = magic === 'zip' ? await officeType(path) : (magic ?? (await textType(path, name, head)));
  const extension = extensionOf(name);
  if (!EXTENSIONS[type]?.includes(extension)) throw FileProblem.mismatch(extension, EXTENSIONS[type]?.[0]?.toUpperCase() ?? type);
  return type;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function officeType(path: string): Promise<string> {
  const names = await checkZip(path);
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) throw FileProblem.macros();
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return XLSX;
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return DOCX;
  throw FileProblem.unknownType();
}

/** Text has no magic bytes: it is what holds no control characters. */
async function textType(path: string, name: string, head: Buffer): Promise<string> {
  if (MARKUP.test(head.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, ''))) throw FileProblem.disguised(name);
  const extension = extensionOf(name);
  const type = Object.keys(EXTENSIONS).find((key) => isText(key) && EXTENSIONS[key]?.includes(extension));
  if (!type) throw FileProblem.unknownType();
  for await (const chunk of createReadStream(path)) {
    if ((chunk as Buffer).some(isBinary)) throw FileProblem.encoding();
  }
  return type;
}
