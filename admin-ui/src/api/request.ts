import { language } from '../shared/i18n/index.js';
import { API } from '../shared/place.js';
import { Problem, problemOf } from './problem.js';

type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  keepalive?: boolean;
  /** Of the office's own work, also where the page is a rehearsal's. */
  real?: boolean;
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

const AWAY = {
  id: 'Server tidak dapat dihubungi. Periksa jaringan, lalu coba lagi. Isian Anda tidak hilang.',
  en: 'The server cannot be reached. Check the network and try again. What you typed is not lost.',
};

const whenSignedOut = new Set<() => void>();
/** Told when the server no longer knows this session. */
export function onSignedOut(tell: () => void): () => void {
  whenSignedOut.add(tell);
  return () => whenSignedOut.delete(tell);
}

function address(root: string, path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `${root}${path}${text ? `?${text}` : ''}`;
}

/** One way to the server, with the ETag of what came back. */
export async function requestWithTag<T>(path: string, options: Options = {}): Promise<Answer<T>> {
  const { method = 'GET', body, query, headers, signal, keepalive, real } = options;
  const upload = body instanceof FormData;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language(),
      // Proves to the server that a script of ours asks, not a form on a foreign page.
      'X-Tertib': '1',
      ...(body !== undefined && !upload ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body !== undefined ? { body: upload ? body : JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  };
  const response = await fetch(address(real ? '/api' : API, path, query), init).catch((reason: unknown) => {
    if (signal?.aborted) throw reason;
    throw new Problem(0, 'network', AWAY[language()]);
  });
  if (!response.ok) {
    if (response.status === 401 && path !== '/session') whenSignedOut.forEach((tell) => tell());
    throw await problemOf(response);
  }
  const json = response.headers.get('content-type')?.includes('json');
  return { data: (json ? await response.json() : undefined) as T, etag: response.headers.get('etag') };
}

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  return (await requestWithTag<T>(path, options)).data;
}
