import { createHash } from 'node:crypto';
import { fromBuffer } from 'yauzl';

/** The files of a ZIP by their path. */
export function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error);
      opened.on('error', reject).on('end', () => resolve(files));
      opened.on('entry', (entry: { fileName: string }) => {
        opened.openReadStream(entry as Parameters<typeof opened.openReadStream>[0], (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            opened.readEntry();
          });
        });
      });
      opened.readEntry();
    });
  });
}

/** What is wrong with a zipped BagIt 1.0 bag (RFC 8493); empty when it is valid. `files` are the payload's, below `data/`. */
export async function checkBag(zip: Buffer): Promise<{ problems: string[]; files: Map<string, Buffer>; info: Map<string, string> }> {
  const all = await unzip(zip);
  const tops = new Set([...all.keys()].map((path) => path.split('/')[0]));
  const inside = new Map([...all].map(([path, content]) => [path.slice(path.indexOf('/') + 1), content]));
  const text = (path: string) => inside.get(path)?.toString() ?? '';
  const payload = new Map([...inside].filter(([path]) => path.startsWith('data/')));
  const info = new Map(text('bag-info.txt').split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const octets = [...payload.values()].reduce((sum, content) => sum + content.length, 0);
  const problems = [
    ...(tops.size === 1 ? [] : [`folders: ${[...tops].join(', ')}`]),
    ...(text('bagit.txt') === 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' ? [] : ['bagit.txt']),
    ...(info.get('Payload-Oxum') === `${octets}.${payload.size}` ? [] : [`Payload-Oxum ${info.get('Payload-Oxum')} is not ${octets}.${payload.size}`]),
    ...differences(text('manifest-sha512.txt'), payload),
    ...differences(text('tagmanifest-sha512.txt'), new Map([...inside].filter(([path]) => !path.startsWith('data/') && path !== 'tagmanifest-sha512.txt'))),
  ];
  return { problems, files: new Map([...payload].map(([path, content]) => [path.slice('data/'.length), content])), info };
}

function differences(manifest: string, files: ReadonlyMap<string, Buffer>): string[] {
  const listed = new Map(manifest.split('\n').filter(Boolean).map((line) => [decodePath(line.slice(130)), line.slice(0, 128)]));
  const sha512 = (content: Buffer) => createHash('sha512').update(content).digest('hex');
  return [
    ...[...files].filter(([path, content]) => listed.get(path) !== sha512(content)).map(([path]) => `${path} is not as its manifest says`),
    ...[...listed.keys()].filter((path) => !files.has(path)).map((path) => `${path} is missing`),
  ];
}

const decodePath = (path: string): string => path.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%25/g, '%');
