import { SubmissionRejected, type Asker } from '../../sdk/index.js';
import type { Choices, FormDefinition, FormValidator } from '../forms/index.js';
import type { Releases } from '../releases/index.js';
import { PageFormsController } from './page-forms.controller.js';
import { PublishedForms } from './published-forms.js';
import { ScreenRegistry } from './screen-registry.js';

const title = { id: 'Daftar', en: 'Register' };
const form = { key: 'entry', title, display: 'form', components: [] } as FormDefinition;
const fills = { entry: ['name'], gone: [] };
const pages = { 'register/:id': { title, permission: 'permits.see', fills }, board: { title } };
const registry = new ScreenRegistry([{ name: 'permits', procedures: [], screens: { folder: new URL('file:///srv/permits/screens/'), pages } }], new Set(['permits.see']));

function parts({ live = true, allowed = true }: { live?: boolean; allowed?: boolean } = {}) {
  const releases = { live: async () => (live ? { id: 'r2' } : null), keys: async () => ['entry'], form: async (release: string, key: string) => ({ ...form, key: `${key} of ${release}` }) } as unknown as Releases;
  const validator = { validate: async (_form: FormDefinition, data: { name?: string }) => (data.name ? { ok: true, data, variables: {} } : { ok: false, errors: [{ path: 'name', component: 'name', message: title }] }) } as unknown as FormValidator;
  const choices = { of: async (asked: FormDefinition, field: string) => ({ items: [{ value: field, label: asked.key, detail: null }], more: false }) } as unknown as Choices;
  const forms = new PublishedForms(releases, validator);
  return { forms, routes: new PageFormsController(registry, forms, choices, { can: async () => allowed } as unknown as Asker) };
}

describe('forms that pages of plugins draw', () => {
  it('are those of the live version, for whoever may see such a page', async () => {
    const { routes } = parts();
    expect(await routes.one('permits', 'entry')).toMatchObject({ form: { key: 'entry of r2' } });
    expect(await routes.of('permits', 'entry', 'kind', { text: '', offset: 0 })).toMatchObject({ items: [{ value: 'kind', label: 'entry of r2' }] });
  });

  it.each([['permits', 'other'], ['permits', 'toString'], ['others', 'entry']])('are not found where no page of the plugin fills them: %s, %s', async (plugin, key) => {
    await expect(parts().routes.one(plugin, key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are not found by whoever may not see the page', async () => {
    const { routes } = parts({ allowed: false });
    await expect(routes.one('permits', 'entry')).rejects.toMatchObject({ code: 'not-found' });
    await expect(routes.of('permits', 'entry', 'kind', { text: '', offset: 0 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are missed with what to do about it', async () => {
    await expect(parts().routes.one('permits', 'gone')).rejects.toMatchObject({ code: 'page-form-missing', status: 409, text: { en: expect.stringContaining('Ask the administrator') } });
    await expect(parts({ live: false }).routes.one('permits', 'entry')).rejects.toMatchObject({ code: 'page-form-missing' });
  });

  it('judge what was filled in as a task does', async () => {
    const { forms } = parts();
    expect(await forms.check('entry', { name: 'Budi' })).toEqual({ name: 'Budi' });
    await expect(forms.check('entry', {})).rejects.toThrow(SubmissionRejected);
  });

  it('say what pages need of them', () => expect(registry.needs).toEqual([{ page: title, form: 'entry', fields: ['name'] }, { page: title, form: 'gone', fields: [] }]));
});
