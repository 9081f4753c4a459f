import type { OfficeKind } from '../contracts/people.js';
import type { Text } from '../contracts/text.js';

/** Who people are at work; diagrams give tasks to roles. Its key is `candidateGroups` in the diagram, and stays for ever. @beta */
export interface PluginRole {
  /** What it is called until an administrator names it otherwise. */
  readonly title: Text;
  /**
   * Where it can be held; null stands for people without an office. What a person may see follows from the kind of his office.
   * Default: at the office that runs Tertib, or without one (`['walidata', null]`).
   */
  readonly offices?: readonly (OfficeKind | null)[];
}

/** Something that people may do or see, which the administrator gives to roles under *Settings → Roles and permissions*. @beta */
export interface PluginPermission {
  /** A few words, as on a button. */
  readonly title: Text;
  /** A sentence for the administrator: what whoever has it can do or see. */
  readonly description: Text;
  /** The roles that have it until an administrator decides otherwise. Nobody has it besides, the administrator neither. */
  readonly roles: readonly string[];
}
