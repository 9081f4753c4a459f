import { fileURLToPath } from 'node:url';
import { KEBAB_CASE, SCREEN_ICONS, type Plugin, type PluginPage, type PluginScreens, type Text } from '../../sdk/index.js';
import type { PageNeed } from '../releases/index.js';

export interface KnownScreens {
  readonly plugin: string;
  readonly title: Text | null;
  readonly procedures: readonly string[];
  /** Absolute path of the folder that the admin loads them from. */
  readonly folder: string;
  readonly pages: readonly KnownPage[];
}

export interface KnownPage extends Required<Pick<PluginPage, 'title' | 'icon' | 'from' | 'forms' | 'fills' | 'replaces'>> {
  readonly path: string;
  readonly permission: string | null;
}

type Source = Pick<Plugin, 'name' | 'procedures' | 'screens'>;

const PATH = /^([a-z0-9-]+|:[A-Za-z]+)(\/([a-z0-9-]+|:[A-Za-z]+))*$/;
/** First parts of the admin's own addresses. */
const TAKEN = ['tasks', 'cases', 'start', 'procedures', 'settings', 'plugins', 'assets'];

/** The plugins' pages of the admin. */
export class ScreenRegistry {
  readonly all: readonly KnownScreens[];

  /** What pages need of the forms that they draw themselves, and of those whose work they took over. */
  get needs(): PageNeed[] {
    return this.all.flatMap(({ pages }) => pages.flatMap(({ title, fills, replaces }) => [
      ...Object.entries(fills).map(([form, fields]) => ({ page: title, form, fields })), ...Object.entries(replaces).map(([form, gone]) => ({ page: title, form, fields: [], gone })),
    ]));
  }

  /** @throws a sentence for what a plugin names wrongly. */
  constructor(plugins: readonly Source[], permissions: ReadonlySet<string>) {
    const names = new Set<string>(TAKEN);
    for (const { name } of plugins) {
      if (!KEBAB_CASE.test(name)) throw new Error(`A plugin is called "${name}": its name must be kebab-case, e.g. "building-permits"`);
      if (names.has(name)) throw new Error(`A plugin is called "${name}", which is taken: give it another name`);
      names.add(name);
    }
    this.all = plugins.flatMap(({ name, procedures, screens }) => (screens ? [known(name, procedures, screens, permissions)] : []));
  }
}

function known(plugin: string, procedures: readonly string[], { folder, title, pages }: PluginScreens, permissions: ReadonlySet<string>): KnownScreens {
  return { plugin, title: title ?? null, procedures, folder: fileURLToPath(folder.href), pages: Object.entries(pages).map(([path, page]) => checked(plugin, path, page, permissions)) };
}

function checked(plugin: string, path: string, page: PluginPage, permissions: ReadonlySet<string>): KnownPage {
  const wrong = (why: string): Error => new Error(`The page "${path}" of the plugin "${plugin}" ${why}`);
  const { title, icon = 'grid', permission = null, from = path.includes(':') ? 'nowhere' : 'menu', forms = [], fills = {}, replaces = {} } = page;
  if (!PATH.test(path)) throw wrong('has a path that cannot be used: small letters, digits and hyphens, parts divided by a slash, parameters as ":id"');
  if (permission !== null && !permissions.has(permission)) throw wrong(`asks for the permission "${permission}", which no plugin brings: name it in the plugin's "permissions"`);
  if (!SCREEN_ICONS.includes(icon)) throw wrong(`asks for the icon "${icon}": choose from ${SCREEN_ICONS.join(', ')}`);
  const parameters = path.split('/').filter((part) => part.startsWith(':'));
  if (from === 'menu' && parameters.length > 0) throw wrong('cannot be in the menu, because its path has a parameter: leave "from" out');
  if (from === 'case' && parameters.join() !== ':caseId') throw wrong('is offered on the page of a case, so its path must have the one parameter ":caseId"');
  if (forms.length > 0 && parameters.join() !== ':caseId') throw wrong('is offered above forms of a case, so its path must have the one parameter ":caseId"');
  return { path, title, icon, permission, from, forms, fills, replaces };
}
