import type { Language } from '../../../shared/i18n/index.js';

/** What the simulation writes into the page in its own English, and what an office would say. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'Play/Pause Simulation': 'Jalankan atau jeda', 'Pause Simulation': 'Dijeda', 'Play Simulation': 'Berjalan', 'Reset Simulation': 'Ulangi dari awal',
    'Set Sequence Flow': 'Pilih jalan', 'Add pause point': 'Berhenti di sini', 'Remove pause point': 'Jangan berhenti di sini', 'Trigger Event': 'Mulai dari sini',
    'Finished': 'Selesai', 'Not supported': 'Tidak dapat dicoba', 'Found unsupported elements': 'Ada unsur yang tidak dapat dicoba',
  },
  en: {
    'Play/Pause Simulation': 'Play or pause', 'Pause Simulation': 'Paused', 'Play Simulation': 'Running', 'Reset Simulation': 'Begin again',
    'Set Sequence Flow': 'Choose the way', 'Add pause point': 'Stop here', 'Remove pause point': 'Do not stop here', 'Trigger Event': 'Start here',
    'Finished': 'Done', 'Not supported': 'Cannot be tried', 'Found unsupported elements': 'Some elements cannot be tried',
  },
};
const LOG = 'Toggle Simulation Log';
const SPEED = /^Set animation speed = (.+)$/;
const SPEEDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { id: { Slow: 'Pelan', Normal: 'Biasa', Fast: 'Cepat' }, en: { Slow: 'Slowly', Normal: 'At its pace', Fast: 'Quickly' } };

export function plain(text: string, lang: Language): string {
  const speed = SPEED.exec(text.trim())?.[1];
  return speed === undefined ? (WORDS[lang][text.trim()] ?? text) : (SPEEDS[lang][speed] ?? speed);
}

/** Puts plain words in place of the simulation's, as often as it writes some; the function ends that. */
export function inPlainWords(place: HTMLElement, lang: Language): () => void {
  const observer = new MutationObserver(() => say());
  const say = (): void => {
    for (const element of place.querySelectorAll<HTMLElement>('[title]')) {
      if (element.title === LOG) element.style.display = 'none';
      const words = plain(element.title, lang);
      if (words !== element.title) element.title = words;
      if (element.tagName === 'BUTTON' && element.getAttribute('aria-label') !== words) element.setAttribute('aria-label', words);
    }
    for (const element of place.querySelectorAll('.bts-text')) {
      const words = plain(element.textContent ?? '', lang);
      if (words !== element.textContent) element.textContent = words;
    }
  };
  observer.observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ['title'] });
  say();
  return () => observer.disconnect();
}
