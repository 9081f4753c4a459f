import { Controller, Get } from '@nestjs/common';
import { Permission, Roles } from '../../sdk/index.js';
import { AccessRegistry } from './access-registry.js';
import { assertRoutesAreKnown } from './route-check.js';

const text = (word: string) => ({ id: word, en: word });
const role = { title: text('Petugas') };
const permission = (roles: string[]) => ({ title: text('Lihat'), description: text('Melihat.'), roles });

describe('roles and permissions of plugins', () => {
  it('are those of the administrator and of every plugin, a role of two plugins once', () => {
    const registry = new AccessRegistry([
      { name: 'permits', roles: { clerk: role, outside: { ...role, offices: ['produsen'] } }, permissions: { 'permits.see': permission(['clerk', 'admin']) } },
      { name: 'fees', roles: { clerk: { title: text('Kasir') } } },
    ]);
    expect(registry.roleKeys).toEqual(['admin', 'clerk', 'outside']);
    expect(registry.role('clerk')).toEqual({ key: 'clerk', title: text('Petugas'), offices: ['walidata', null] });
    expect(registry.permission('permits.see')).toMatchObject({ plugin: 'permits', roles: ['clerk', 'admin'] });
  });

  it.each<[string, ConstructorParameters<typeof AccessRegistry>[0], string]>([
    ['a role whose key the engine cannot carry', [{ name: 'a', roles: { 'Kepala, Dinas': role } }], 'kebab-case'],
    ['a role of two plugins at other offices', [{ name: 'a', roles: { x: role } }, { name: 'b', roles: { x: { ...role, offices: ['bps'] } } }], 'can be held at other offices'],
    ['a permission under another name', [{ name: 'a', permissions: { 'b.see': permission([]) } }], '"a.see-register"'],
    ['a permission without a name', [{ name: 'a', permissions: { a: permission([]) } }], '"a.see-register"'],
    ['a permission for a role that nobody brings', [{ name: 'a', permissions: { 'a.see': permission(['ghost']) } }], 'role "ghost", which nobody brings'],
  ])('refuse %s', (_, plugins, sentence) => expect(() => new AccessRegistry(plugins)).toThrow(sentence));
});

describe('routes', () => {
  class Base {
    @Get('inherited') @Permission('permits.nothing') inherited() {}
  }
  @Controller() class Misspelt { @Get() @Permission('permits.se') list() {} }
  @Controller() class Inherits extends Base {}
  @Roles('ghost') @Controller() class ForNobody {}
  @Roles('admin') @Controller() class Sound { @Get() @Permission('permits.see') list() {} }

  const registry = new AccessRegistry([{ name: 'permits', permissions: { 'permits.see': permission(['admin']) } }]);

  it.each([
    [Misspelt, 'Misspelt.list asks for the permission "permits.se", which no plugin brings'],
    [Inherits, 'Inherits.inherited asks for the permission "permits.nothing"'],
    [ForNobody, 'ForNobody is for the role "ghost"'],
  ])('that nobody could use stop the start', (controller, sentence) => expect(() => assertRoutesAreKnown([Sound, controller], registry)).toThrow(sentence));

  it('that ask for what there is do not', () => expect(() => assertRoutesAreKnown([Sound], registry)).not.toThrow());
});
