import { join, resolve } from 'node:path';
import { textOf, UsageError, type Command, type Outcome } from '../command.js';
import { Application } from '../dev/application.js';
import { startCompiler } from '../dev/compiler.js';
import { watchResources } from '../dev/resources-watch.js';
import { checkNode, chooseEngine, engineAccess, findJdk, onInterrupt } from '../launcher.js';

export const dev: Command = {
  options: {
    root: { type: 'string', value: 'folder', default: '.', summary: 'the application\'s folder, with its tsconfig.json' },
    entry: { type: 'string', value: 'file', default: 'dist/main.js', summary: 'the compiled file that starts it' },
    inspect: { type: 'string', value: 'port', default: '9229', summary: 'where a debugger attaches' },
    wait: { type: 'boolean', summary: 'start only when a debugger is attached: its breakpoints stop from the first line on' },
    data: { type: 'string', value: 'folder', summary: 'for the engine and the application; default: TERTIB_DATA, or data in its folder' },
    replay: { type: 'string', value: 'id', summary: 'run a failed task (its id, or its case\'s) again after each start, with the input that the engine holds; nothing is kept' },
    complete: { type: 'boolean', summary: 'with --replay: let the task be tried once more, for good' },
  },
  async run(values, say = () => undefined): Promise<Outcome> {
    checkNode();
    const root = resolve(textOf(values, 'root') ?? '.');
    const replay = textOf(values, 'replay');
    if (values['complete'] === true && replay === undefined) throw new UsageError('--complete belongs to --replay <id>.');
    const data = resolve(textOf(values, 'data') ?? process.env['TERTIB_DATA'] ?? join(root, 'data'));
    const choice = chooseEngine(data);
    if (!('url' in choice)) findJdk();
    const { env: access, supervisor } = await engineAccess(choice);
    const env = {
      TERTIB_DATA: data,
      TERTIB_ENGINE_URL: access['ENGINE_URL'] ?? '', TERTIB_ENGINE_USER: access['ENGINE_USER'] ?? '', TERTIB_ENGINE_PASSWORD: access['ENGINE_PASSWORD'] ?? '',
      ...(replay === undefined ? {} : { TERTIB_REPLAY: replay }),
      ...(values['complete'] === true ? { TERTIB_REPLAY_COMPLETE: '1' } : {}),
    };
    const inspect = portOf(textOf(values, 'inspect') ?? '9229');
    const wait = values['wait'] === true;
    const application = new Application({ root, entry: textOf(values, 'entry') ?? 'dist/main.js', inspect, wait, port: portOf(process.env['PORT'] || '3000'), env });
    let changedAt = Date.now();
    // One after the other: what changes while it starts, starts it once more.
    let turn: Promise<unknown> = Promise.resolve();
    const restart = (): void => {
      const since = changedAt;
      turn = turn.then(async () => {
        if (wait) say(`… Waits for a debugger: 127.0.0.1:${inspect}`);
        if (await application.restart()) say(`✓ Started ${((Date.now() - since) / 1_000).toFixed(1)} s after the change. Debugger: 127.0.0.1:${inspect}`);
        else say('! It has ended. Change something, and it is started again.');
      });
    };
    const compiler = startCompiler(root, say, {
      begun: () => void (changedAt = Date.now()),
      done: (errors) => (errors === 0 ? restart() : say(`! ${errors} errors: what ran before goes on. Mend them, and it is started again.`)),
    });
    const resources = watchResources(root, () => {
      changedAt = Date.now();
      restart();
    });
    // Whoever presses Ctrl-C twice waits for nothing any more; engine and application end with this process. 130 is how a shell reports it.
    const interrupted = new Promise<void>((stop) => onInterrupt({ first: stop, again: () => process.exit(130) }));
    const engine = supervisor?.start().then(() => say('✓ The engine runs, and goes on through every change.'));
    try {
      // Only what cannot be mended by a change ends it.
      await Promise.race([interrupted, ...(engine ? [engine.then(() => interrupted)] : [])]);
    } finally {
      compiler.stop();
      resources.stop();
      await turn;
      await application.stop();
      await supervisor?.stop();
    }
    return { ok: true, text: 'Stopped.', json: {} };
  },
};

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(`"${text}" is not a port. Name a number from 1 to 65535.`);
  return port;
}
