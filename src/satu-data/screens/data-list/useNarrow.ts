import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 767.98px)';

/** Whether the screen is too narrow for a sheet. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(NARROW);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
