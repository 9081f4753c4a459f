import { blocksOf, read, type Block } from './blocks.js';
import { assertShown } from './shown.js';

/** A command as a page shows it, and what it says. */
export interface Session {
  readonly command: string;
  readonly shown: Block;
}

/** What is otherwise on every machine and in every run. */
const VARIES: readonly RegExp[] = [
  // Folders, and places in files.
  /(?<![\w.])\/(home|srv|usr)\/[\w./-]*\w/g,
  /(?<=…:)\d+:\d+/g,
  // Ids, times, versions and durations, ports.
  /\b[0-9a-f]{8}-([0-9a-f-]{27}|([0-9a-f]{4}-)?…)/g,
  /\b\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  /(?<![\d.])\d+(\.\d+){1,2}(?!\.?\d)/g,
  /(?<=127\.0\.0\.1:)\d+/g,
  // How many.
  /\b\d+(?= (of|cases|files|changed|accepted)\b)|(?<=\b(of|Version|line) )\d+/g,
];

/** The commands of a page whose blocks one spec compares: ```` ```console by=<spec> ````, each after a `$`. */
export function sessionsOf(page: string, by: string): Session[] {
  return consoles(page).filter((block) => block.by === by).flatMap(({ text, ...block }) =>
    text.split(/^\$ /m).slice(1).map((part) => {
      const [command = '', ...said] = part.split('\n');
      return { command, shown: { ...block, text: said.join('\n') } };
    }));
}

export const consoles = (page: string): Block[] => blocksOf(page, read(page)).filter(({ language }) => language === 'console');

/** The arguments behind `tertib`, as a shell would divide them. */
export const argumentsOf = ({ command }: Session): string[] =>
  [...command.replace(/^.*\btertib /, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Every line of what is shown was said, in its order; what varies may be anything. @throws naming the line that was not. */
export const assertSaid = ({ shown }: Session, said: string): void =>
  assertShown({ ...shown, text: VARIES.reduce((text, pattern) => text.replaceAll(pattern, '…'), shown.text) }, said);
