import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FileProblem } from './files.errors.js';

/** Far above what an office's workbook needs, far below what hurts. */
export const ZIP_LIMITS = { entries: 5_000, bytes: 300 * 1024 * 1024 };

/**
 * The names in an archive, after every byte of it was unpacked and counted: declared sizes can lie.
 * @throws a problem for bombs, encrypted, damaged or path-climbing archives.
 */
export async function checkZip(path: string, limits = ZIP_LIMITS): Promise<Set<string>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(() => {
    throw FileProblem.damaged();
  });
  try {
    if (zip.entryCount > limits.entries) throw FileProblem.bomb();
    const entries = await entriesOf(zip, limits);
    let unpacked = 0;
    for (const entry of entries) {
      unpacked += await unpackedSize(zip, entry);
      if (unpacked > limits.bytes) throw FileProblem.bomb();
    }
    return new Set(entries.map((entry) => entry.fileName));
  } finally {
    zip.close();
  }
}

function entriesOf(zip: ZipFile, limits: typeof ZIP_LIMITS): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let declared = 0;
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      declared += entry.uncompressedSize;
      if (entries.length > limits.entries || declared > limits.bytes) reject(FileProblem.bomb());
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(FileProblem.damaged()));
    zip.readEntry();
  });
}

/** Yauzl breaks off as soon as more comes out than the entry declares, so the sum above bounds the work. */
async function unpackedSize(zip: ZipFile, entry: Entry): Promise<number> {
  if (entry.isEncrypted()) throw FileProblem.oldOffice();
  try {
    let size = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) size += (chunk as Buffer).length;
    return size;
  } catch {
    throw FileProblem.damaged();
  }
}
