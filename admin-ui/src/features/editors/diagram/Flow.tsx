import { useT } from '../../../shared/i18n/index.js';
import { ConditionField } from './ConditionField.js';
import { bodyOf, writeCondition, type DiagramElement, type Modeler } from './model.js';
import type { Variable } from './variables.js';
import { ruleWords } from './words.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
  variables: readonly Variable[];
}

/** Where a way may be chosen; all ways out of the other gateways are taken. */
const CHOOSING = /^bpmn:(ExclusiveGateway|InclusiveGateway)$/;

/** A way through the diagram: when it is taken. */
export function Flow({ modeler, element, variables }: Props) {
  const t = useT(ruleWords);
  const gateway = element.source;
  const body = bodyOf(element.businessObject['conditionExpression']);
  if (!gateway || (!CHOOSING.test(gateway.type) && body === '')) return <p className="text-secondary">{t.alwaysTaken}</p>;
  const otherwise = gateway.businessObject['default'] === element.businessObject;
  const become = (on: boolean) => {
    if (on && body) writeCondition(modeler, element, '');
    modeler.get('modeling').updateProperties(gateway, { default: on ? element.businessObject : undefined });
  };
  return (
    <>
      {CHOOSING.test(gateway.type) ? <label className="form-check"><input type="checkbox" className="form-check-input" checked={otherwise} onChange={(e) => become(e.target.checked)} /><span className="form-check-label">{t.otherwise}</span></label> : null}
      {otherwise ? null : <ConditionField body={body} variables={variables} onChange={(next) => writeCondition(modeler, element, next)} />}
    </>
  );
}
