import { fromBufferPromise } from 'yauzl';

/** What a workbook's parts say that they unpack to; at the upload each byte was counted, so they do not lie. Null: no archive. */
export async function unpackedSize(content: Buffer): Promise<number | null> {
  try {
    const zip = await fromBufferPromise(content, { lazyEntries: true });
    let size = 0;
    for await (const entry of zip.eachEntry()) size += entry.uncompressedSize;
    return size;
  } catch {
    return null;
  }
}
