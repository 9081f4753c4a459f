import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** The mortal run as one file: from its sources each of its many starts would take seconds. */
const bundle = await rolldown({
  input: resolve(import.meta.dirname, 'mortal-run.ts'),
  platform: 'node',
  external: /^(better-sqlite3|pg|pg-native)($|\/)/,
  logLevel: 'silent',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  transform: { decorator: { legacy: true, emitDecoratorMetadata: true }, assumptions: { setPublicClassFields: true } },
});
await bundle.write({ file: process.argv[2], format: 'esm', keepNames: true, codeSplitting: false });
await bundle.close();
