import { UsageError, type Command, type Values } from './command.js';
import { run } from './run.js';

const seen: Values[] = [];
const greet: Command = {
  options: {
    name: { type: 'string', value: 'text', default: 'Budi', summary: 'who is greeted' },
    twice: { type: 'boolean', summary: 'greet again' },
    with: { type: 'string', value: 'word', multiple: true, summary: 'say this as well' },
  },
  run: (values) => {
    seen.push(values);
    if (values['name'] === 'nobody') return Promise.reject(new UsageError('Nobody cannot be greeted. Name somebody: --name <text>'));
    if (values['name'] === 'bug') return Promise.reject(new TypeError('undefined is not a function'));
    const ok = values['name'] !== 'Ani';
    return Promise.resolve({ ok, text: `Halo ${String(values['name'])}`, json: { greeted: ok } });
  },
};

const entry = { summary: 'Greets', load: () => Promise.resolve(greet) };

const read: Command = {
  argument: { name: 'book', summary: 'which one' },
  options: {},
  run: ({ book }, say) => {
    say?.('opening');
    return Promise.resolve({ ok: true, text: `read ${String(book)}`, json: { book } });
  },
};

const call = async (...args: string[]) => {
  const said = { out: '', error: '' };
  const code = await run({ greet: entry, check: entry, read: { summary: 'Reads', load: () => Promise.resolve(read) } }, args, { out: (text) => (said.out += text), error: (text) => (said.error += text) });
  return { code, ...said };
};

describe('the tertib command', () => {
  it.each([[[]], [['--help']], [['help']]])('says what there is: %j', async (args) => {
    const { code, out } = await call(...args);
    expect(code).toBe(0);
    expect(out).toMatch(/greet +Greets[\s\S]*Exit code: 0/);
  });

  it('says what a command can do', async () => {
    const { code, out } = await call('greet', '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/--name <text> +who is greeted \(default: Budi\)[\s\S]*--json/);
    expect(seen).toHaveLength(0);
  });

  it('has the same to say by "help <command>"', async () => {
    expect(await call('help', 'greet')).toEqual(await call('greet', '--help'));
    expect((await call('help', 'read')).out).toMatch(/tertib read <book> \[options\][\s\S]*<book> +which one/);
    expect(await call('help', 'gret')).toMatchObject({ code: 2, error: expect.stringContaining('Did you mean greet?') });
  });

  it('hands over an argument, and what is said meanwhile beside the answer', async () => {
    expect(await call('read', 'Siti Nurbaya')).toEqual({ code: 0, out: 'read Siti Nurbaya', error: 'opening' });
    expect(JSON.parse((await call('read', 'x', '--json')).out)).toEqual({ ok: true, book: 'x' });
    expect(await call('read')).toMatchObject({ code: 2, error: expect.stringContaining('tertib read needs a book: tertib read <book>.') });
    expect(await call('read', 'a', 'b')).toMatchObject({ code: 2, error: expect.stringContaining('"b" is not expected here: tertib read takes one <book> and options only.') });
  });

  it('hands over options, and answers by its exit code', async () => {
    expect(await call('greet')).toEqual({ code: 0, out: 'Halo Budi', error: '' });
    expect(await call('greet', '--name=Ani', '--with', 'a', '--with', 'b')).toMatchObject({ code: 1, out: 'Halo Ani' });
    expect(seen.at(-1)).toMatchObject({ name: 'Ani', with: ['a', 'b'] });
  });

  it('answers machines', async () => {
    expect(JSON.parse((await call('greet', '--json')).out)).toEqual({ ok: true, greeted: true });
    expect(JSON.parse((await call('greet', '--json', '--name', 'Ani')).out)).toEqual({ ok: false, greeted: false });
    expect(await call('greet', '--json', '--name', 'nobody')).toEqual({ code: 2, error: '', out: '{"ok":false,"error":"Nobody cannot be greeted. Name somebody: --name <text>"}' });
  });

  it.each<[string[], string]>([
    [['gret'], 'There is no command "gret". Did you mean greet?'],
    [['toString'], 'There is no command "toString".'],
    [['publish-everything'], 'There is no command "publish-everything". See'],
    [['greet', '--nam', 'x'], 'There is no option --nam. Did you mean --name?'],
    [['greet', '-x'], 'There is no option -x.'],
    [['greet', '--name'], '--name needs a value: --name <text>.'],
    [['greet', '--name='], '--name needs a value'],
    [['greet', '--name', '--twice'], '--name needs a value'],
    [['greet', '--twice=yes'], '--twice takes no value.'],
    [['greet', 'Budi'], '"Budi" is not expected here'],
    [['greet', '--name', 'nobody'], 'Nobody cannot be greeted.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { code, out, error } = await call(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
  });

  it('shows where a fault of its own lies', async () => {
    const { code, error } = await call('greet', '--name', 'bug');
    expect(code).toBe(1);
    expect(error).toMatch(/TypeError: undefined is not a function\n +at /);
  });
});
