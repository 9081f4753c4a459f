export { Stages, type Script, type Stage } from './ports.js';
export { RehearsalsModule } from './rehearsals.module.js';
