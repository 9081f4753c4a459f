import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import executableFix from 'bpmn-js-executable-fix';
import nativeCopyPaste from 'bpmn-js-native-copy-paste';
import createAppendGroups from 'camunda-bpmn-js/lib/base/features/create-append-groups';
import platformBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import grid from 'diagram-js-grid';
import minimap from 'diagram-js-minimap';
import { calmMapModule } from './calmMap.js';

/**
 * What Camunda's modeler adds to bpmn-js, without its properties panel, element templates and FEEL editor: our own panel stands in
 * their place, and they are two thirds of its code and watch every selection.
 */
export const platformModules: readonly object[] = [
  CreateAppendAnythingModule,
  createAppendGroups,
  executableFix,
  grid,
  minimap,
  calmMapModule,
  nativeCopyPaste,
  platformBehaviors,
];

/** The engine's own attributes, so that they are read and written as such. */
export const moddleExtensions = { camunda };
