import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { narrowStyles } from './narrow-styles.js';
import { sharedModules } from './shared-modules.js';

const { TERTIB_API: api = 'http://127.0.0.1:3000' } = loadEnv('development', '.', 'TERTIB_');

export default defineConfig({
  base: '/admin/',
  plugins: [react(), sharedModules()],
  // Form.io still names the Node global; the page's CSP allows no inline script, so nothing is inlined either.
  define: { global: 'globalThis' },
  css: { postcss: { plugins: [narrowStyles] } },
  build: { outDir: 'dist', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2600 },
  server: { proxy: { '/api': { target: api }, '/admin/plugins': { target: api } } },
});
