import { basename } from 'node:path';
import { KEBAB_CASE } from '../../sdk/index.js';
import { UsageError } from '../command.js';

/** Leaves room for what is put before it. */
const LONGEST = 50;
const TAKEN = new Set(['tertib', 'node-modules', 'test', 'src', 'dist', 'data']);

/** What the templates write for a name: `leave-request`, `LeaveRequest`, `Leave request`. */
export interface Names {
  readonly name: string;
  readonly className: string;
  readonly title: string;
}

/** @throws UsageError for a name that no package, diagram and class can have. */
export function namesOf(folder: string): Names {
  const name = basename(folder);
  if (!KEBAB_CASE.test(name) || name.length > LONGEST) throw new UsageError(`"${name}" cannot be the name of an application. Choose small letters and digits, with hyphens between words, at most ${LONGEST}: leave-request`);
  if (TAKEN.has(name)) throw new UsageError(`"${name}" is taken. Choose a name of your own: leave-request`);
  const words = name.split('-');
  const className = words.map(capital).join('');
  return { name, className, title: capital(words.join(' ')) };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
