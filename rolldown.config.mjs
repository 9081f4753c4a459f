import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const dist = resolve(import.meta.dirname, 'dist');

/** Native modules, and what is only loaded when it is needed. */
const OUTSIDE = /^(@duckdb\/node-api|better-sqlite3|@node-rs\/argon2|pg|pg-native|@protobi\/exceljs|echarts|jsdom|pdfmake|@formio\/core)($|\/)/;

const REGIONS = ['regions.csv', 'regions-ended.csv', 'bps/regions-bps.csv'].map((name) => `satu-data/reference/${name}`);

/** The app as one file: its 2,400 modules took longer to find than to run (docs/adr/0008). */
const app = defineConfig({
  input: resolve(dist, 'main.js'),
  platform: 'node',
  external: OUTSIDE,
  // Optional drivers of TypeORM and parts of Nest that are not installed stay as they are: nobody asks for them.
  logLevel: 'silent',
  plugins: [
    {
      name: 'addresses of threads and files',
      transform(code, id) {
        if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
        return code.replaceAll('import.meta.url', `new URL('${relative(dist, id).replaceAll('\\', '/')}', import.meta.url).href`);
      },
    },
    {
      name: 'data beside the code',
      generateBundle() {
        for (const fileName of REGIONS) this.emitFile({ type: 'asset', fileName, source: readFileSync(resolve(import.meta.dirname, 'src', fileName)) });
      },
    },
  ],
  output: { file: resolve(dist, 'app.mjs'), format: 'esm', keepNames: true, sourcemap: true, codeSplitting: false },
});

const pages = resolve(import.meta.dirname, 'src/satu-data/screens');

/** satu-data's pages for the admin, as any plugin builds its own (docs/guides/plugins.md). */
const screens = defineConfig({
  input: resolve(pages, 'index.tsx'),
  external: ['react', 'react/jsx-runtime', 'react-dom', '@tanstack/react-query', 'tertib/screens'],
  logLevel: 'warn',
  plugins: [
    {
      name: 'style sheet',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'screens.css', source: readFileSync(resolve(pages, 'screens.css'), 'utf8') });
      },
    },
  ],
  output: { dir: resolve(dist, 'satu-data/screens'), entryFileNames: 'screens.js', format: 'esm' },
});

export default [app, screens];
