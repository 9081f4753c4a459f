import type { PluginPage } from '../../sdk/index.js';
import { ScreenRegistry } from './screen-registry.js';

const title = { id: 'Daftar', en: 'Register' };
const plugin = (name: string, pages: Record<string, PluginPage> = {}) => ({ name, procedures: ['permit'], screens: { folder: new URL('file:///srv/permits/screens/'), pages } });
const registry = (...plugins: ReturnType<typeof plugin>[]) => new ScreenRegistry(plugins, new Set(['permits.see']));

describe('pages of plugins', () => {
  it('are in the menu unless their path has a parameter, and for everybody unless they ask for a permission', () => {
    const [screens] = registry(plugin('permits', { register: { title, permission: 'permits.see' }, 'register/:id': { title }, 'map/:caseId': { title, icon: 'world', from: 'case' } })).all;
    expect(screens).toMatchObject({ plugin: 'permits', procedures: ['permit'], folder: '/srv/permits/screens/' });
    expect(screens?.pages.map(({ path, icon, permission, from }) => [path, icon, permission, from])).toEqual([
      ['register', 'grid', 'permits.see', 'menu'],
      ['register/:id', 'grid', null, 'nowhere'],
      ['map/:caseId', 'world', null, 'case'],
    ]);
  });

  it.each<[string, ReturnType<typeof plugin>[], string]>([
    ['a name that is no part of an address', [plugin('My Permits')], 'kebab-case'],
    ['a name of the admin itself', [plugin('tasks')], 'taken'],
    ['a name of another plugin', [plugin('permits'), plugin('permits')], 'taken'],
    ['a path with more in it', [plugin('permits', { '../tasks': { title } })], 'path that cannot be used'],
    ['an unknown permission', [plugin('permits', { register: { title, permission: 'permits.se' } })], '"permits.se", which no plugin brings'],
    ['an unknown icon', [plugin('permits', { register: { title, icon: 'unicorn' as never } })], 'choose from alert, archive'],
    ['a menu entry that leads to no certain page', [plugin('permits', { ':id': { title, from: 'menu' } })], 'leave "from" out'],
    ['a page above forms that does not know of which case', [plugin('permits', { 'map/:id': { title, forms: ['permohonan'] } })], '":caseId"'],
    ['a page of a case that does not know which', [plugin('permits', { map: { title, from: 'case' } })], '":caseId"'],
  ])('refuse %s', (_, plugins, sentence) => expect(() => registry(...plugins)).toThrow(sentence));
});
