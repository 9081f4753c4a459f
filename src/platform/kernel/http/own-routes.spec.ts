import 'reflect-metadata';
import { Controller, forwardRef, Module } from '@nestjs/common';
import { OwnRoutes } from './own-routes.js';

@Controller()
class Direct {}
@Controller()
class Imported {}
@Controller()
class Dynamic {}
@Controller()
class Referred {}
@Controller()
class Foreign {}

@Module({ controllers: [Imported] })
class Inner {}
@Module({ controllers: [Referred] })
class Late {}
@Module({ controllers: [Direct], imports: [Inner, forwardRef(() => Late), { module: class Bare {}, controllers: [Dynamic] }] })
class Outer {}
@Module({ controllers: [Foreign] })
class Elsewhere {}

describe('own routes', () => {
  it('are those of the modules and of all that they import, however they are written', () => {
    const routes = new OwnRoutes([Outer]);
    expect([Direct, Imported, Dynamic, Referred].filter((one) => !routes.includes(one))).toEqual([]);
    expect([Foreign, Elsewhere].filter((one) => routes.includes(one))).toEqual([]);
  });

  it('are all where nobody says which', () => {
    expect(new OwnRoutes().includes(Foreign)).toBe(true);
  });

  it('are not guessed for a module that comes later', () => {
    expect(() => new OwnRoutes([{ module: Outer, imports: [Promise.resolve({ module: Elsewhere })] }])).toThrow('given as a promise cannot be read without starting it: give the module itself');
  });
});
