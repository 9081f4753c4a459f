import { useQueryClient } from '@tanstack/react-query';
import { useLanguage, useT, type Language } from '../../shared/i18n/index.js';
import { chooseLanguage } from './chosen-language.js';
import { useSignedIn } from './session.js';
import { words } from './words.js';

const LANGUAGES: [Language, string][] = [['id', 'Indonesia'], ['en', 'English']];

/** Kept in this browser and, for somebody signed in, with the account, so that letters and mails follow. */
export function LanguageSwitch() {
  const signedIn = useSignedIn();
  const t = useT(words);
  const now = useLanguage();
  const client = useQueryClient();
  const choose = async (lang: Language) => {
    await chooseLanguage(lang, signedIn);
    await client.invalidateQueries();
  };
  return (
    <div className="btn-group btn-group-sm" role="group" aria-label={t.language}>
      {LANGUAGES.map(([lang, name]) => (
        <button key={lang} type="button" lang={lang} className={`btn ${now === lang ? 'active' : ''}`} aria-pressed={now === lang} onClick={() => void choose(lang)}>{name}</button>
      ))}
    </div>
  );
}
