import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/index.js';

const RETRIES = 2;

/** One cache for the page; form fields that React mounts inside Form.io share it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only an absent server is worth asking again: what it refused, it will refuse again.
      retry: (count, error) => count < RETRIES && (!(error instanceof Problem) || error.offline || error.status >= 502),
    },
  },
});
