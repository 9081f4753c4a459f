import { KEBAB_CASE, type OfficeKind, type Plugin, type PluginPermission, type PluginRole, type Text } from '../../sdk/index.js';

export interface KnownRole {
  readonly key: string;
  readonly title: Text;
  /** Where it can be held; null: without an office. What a person may see follows from the office's kind, so the two must agree. */
  readonly offices: readonly (OfficeKind | null)[];
}

export interface KnownPermission extends PluginPermission {
  readonly key: string;
  readonly plugin: string;
}

type Source = Pick<Plugin, 'name' | 'roles' | 'permissions'>;

const OWN: readonly (OfficeKind | null)[] = ['walidata', null];
const ADMINISTRATOR: KnownRole = { key: 'admin', title: { id: 'Administrator', en: 'Administrator' }, offices: OWN };

/** Which roles and permissions there are: the administrator, and what the plugins bring. An office may rename roles; the keys stay. */
export class AccessRegistry {
  private readonly rolesByKey = new Map<string, KnownRole>([[ADMINISTRATOR.key, ADMINISTRATOR]]);
  private readonly permissionsByKey = new Map<string, KnownPermission>();

  /** @throws a sentence for what a plugin names wrongly. */
  constructor(plugins: readonly Source[]) {
    for (const { name, roles = {} } of plugins) for (const [key, role] of Object.entries(roles)) this.addRole(name, key, role);
    for (const { name, permissions = {} } of plugins) for (const [key, permission] of Object.entries(permissions)) this.addPermission(name, key, permission);
  }

  get roles(): readonly KnownRole[] {
    return [...this.rolesByKey.values()];
  }

  get roleKeys(): readonly string[] {
    return [...this.rolesByKey.keys()];
  }

  get permissions(): readonly KnownPermission[] {
    return [...this.permissionsByKey.values()];
  }

  role(key: string): KnownRole | undefined {
    return this.rolesByKey.get(key);
  }

  permission(key: string): KnownPermission | undefined {
    return this.permissionsByKey.get(key);
  }

  private addRole(plugin: string, key: string, { title, offices = OWN }: PluginRole): void {
    if (!KEBAB_CASE.test(key)) throw new Error(`The plugin "${plugin}" brings a role "${key}": a role's key is kebab-case, e.g. "head-of-section"`);
    const before = this.rolesByKey.get(key);
    if (!before) this.rolesByKey.set(key, { key, title, offices });
    else if (new Set([...before.offices, ...offices]).size !== before.offices.length || before.offices.length !== offices.length) {
      throw new Error(`The plugin "${plugin}" brings the role "${key}", which is there already and can be held at other offices: use another key, or the same offices`);
    }
  }

  private addPermission(plugin: string, key: string, permission: PluginPermission): void {
    const [prefix, name = '', ...rest] = key.split('.');
    if (prefix !== plugin || !KEBAB_CASE.test(name) || rest.length > 0) {
      throw new Error(`The plugin "${plugin}" brings a permission "${key}": its key must be the plugin's name, a dot and a name in kebab-case, e.g. "${plugin}.see-register"`);
    }
    const unknown = permission.roles.find((role) => !this.rolesByKey.has(role));
    if (unknown !== undefined) throw new Error(`The permission "${key}" is given to the role "${unknown}", which nobody brings: name it in the plugin's "roles", or choose from ${this.roleKeys.join(', ')}`);
    this.permissionsByKey.set(key, { ...permission, key, plugin });
  }
}
