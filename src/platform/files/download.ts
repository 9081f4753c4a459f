import { attachment } from './file-name.js';

/** Headers under which a stored file can only be saved, never run in our origin. */
export const downloadHeaders = (file: { name: string; type: string; size: number }): Record<string, string> => ({
  'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
  'Content-Length': String(file.size),
  'Content-Disposition': attachment(file.name),
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cache-Control': 'private, no-store',
});
