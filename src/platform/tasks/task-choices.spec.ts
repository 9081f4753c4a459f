import { Problem } from '../../sdk/index.js';
import type { Choices } from '../forms/index.js';
import type { TaskAccess } from './task-access.js';
import { TaskChoices } from './task-choices.js';
import type { TaskForms } from './task-forms.js';

const form = { key: 'uji' };
const forms = { of: (task: { id: string }) => Promise.resolve({ form: task.id === 'tanpa' ? null : form }) } as unknown as TaskForms;
const choices = { of: (asked: unknown, field: string, { value, text }: { value?: string; text: string }) => Promise.resolve({ items: [{ value: value ?? text, label: field, detail: asked === form ? 'its form' : 'none' }], more: false }) } as unknown as Choices;
/** A task that the asker sees, and one on which he may work as well. */
const access = {
  visible: (id: string) => (id === 'orang-lain' ? Promise.reject(Problem.notFound()) : Promise.resolve({ id })),
  workable: (id: string) => (id === 'milik' ? Promise.resolve({ id }) : Promise.reject(Problem.forbidden())),
} as unknown as TaskAccess;
const task = new TaskChoices(access, forms, choices);

describe('what may be chosen in a task', () => {
  it('is listed for who may work on it', async () => {
    expect(await task.of('milik', 'orang', { text: 'ri', offset: 0 })).toEqual({ items: [{ value: 'ri', label: 'orang', detail: 'its form' }], more: false });
    await expect(task.of('terlihat', 'orang', { text: '', offset: 0 })).rejects.toMatchObject({ status: 403 });
  });

  it('is named for who sees it, and for nobody else', async () => {
    expect((await task.of('terlihat', 'orang', { text: '', offset: 0, value: 'u1' })).items[0]?.value).toBe('u1');
    expect((await task.of('tanpa', 'orang', { text: '', offset: 0, value: 'u1' })).items[0]?.detail).toBe('none');
    await expect(task.of('orang-lain', 'orang', { text: '', offset: 0, value: 'u1' })).rejects.toMatchObject({ status: 404 });
  });
});
