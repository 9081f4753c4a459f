import type { Text } from '../contracts/text.js';

/** Pictures that the admin has for menus and pages; `Icon` of `tertib/screens` draws the same. @experimental */
export const SCREEN_ICONS = [
  'alert', 'archive', 'bank', 'book', 'calendar', 'chart', 'check', 'clock', 'cross', 'download', 'edit', 'eye', 'file', 'grid', 'home', 'inbox', 'late',
  'list', 'mail', 'minus', 'people', 'person', 'plus', 'return', 'search', 'send', 'settings', 'signature', 'world',
] as const;
/** Name of an icon of a page in the navigation. @experimental */
export type ScreenIcon = (typeof SCREEN_ICONS)[number];

/** A page of the admin. @experimental */
export interface PluginPage {
  /** In the menu and where else people are led to the page. */
  readonly title: Text;
  /** Default `grid`. */
  readonly icon?: ScreenIcon;
  /** Who sees it: a permission of a plugin. Default: everybody who is signed in. What it fetches is guarded by the routes, not by this. */
  readonly permission?: string;
  /** `case`: offered on the page of each case of the plugin's `procedures`; the path must then hold `:caseId`. Default: in the menu, unless the path has a parameter. */
  readonly from?: 'menu' | 'case' | 'nowhere';
  /** Keys of forms: the page is also offered above the form of each task that has one of them; the path must then hold `:caseId`. Default: above none. */
  readonly forms?: readonly string[];
  /**
   * Forms that the page draws itself with `Form` of `tertib/screens`, by key, each with the keys of the fields that the application cannot do without.
   * Administrators edit them like the others; a version without such a field is not published. Default: none.
   */
  readonly fills?: Readonly<Record<string, readonly string[]>>;
  /**
   * Fields that the page has taken the place of, by the key of their form: what is typed there is read by nobody any more, so that a version whose form still
   * has one is not published. Default: none.
   */
  readonly replaces?: Readonly<Record<string, readonly string[]>>;
}

/** What a plugin adds to the admin. @experimental */
export interface PluginScreens {
  /**
   * A folder with `screens.js`, an ES module whose default export is what `defineScreens` of `tertib/screens` answers; with `screens.css`
   * where wanted, and whatever both load. The admin gets all of it at `/admin/plugins/<name>/`, without a sign-in: keep nothing secret in it.
   */
  readonly folder: URL;
  /** What its pages are called together: from four of them in the menu on, they stand under this name. Default: each stands in the menu by itself. */
  readonly title?: Text;
  /** By path below `/admin/<name>/`: `register`, `register/:id`. The same paths name the components in the module. */
  readonly pages: Readonly<Record<string, PluginPage>>;
}
