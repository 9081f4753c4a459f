import './procedures.generated.js';
import { Module } from '@nestjs/common';
import { definePlugin } from 'tertib';
import { __Name__Handlers } from './handlers.js';

@Module({ providers: [__Name__Handlers] })
class __Name__Module {}

export const __Name__ = definePlugin({
  name: '__name__',
  module: __Name__Module,
  entities: [],
  migrations: [],
  procedures: ['__name__'],
  // The folder that holds bpmn/, forms/ and letters/.
  resources: new URL('../', import.meta.url),
});
