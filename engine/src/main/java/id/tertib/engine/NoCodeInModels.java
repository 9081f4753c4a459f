package id.tertib.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Refuses a deployment whose BPMN names scripts, classes, listeners or connectors: the second lock behind Tertib's own check. */
@Component
class NoCodeInModels extends AbstractProcessEnginePlugin {

  private static final List<String> CODE_ELEMENTS = List.of("scriptTask", "script", "connector");
  private static final List<String> CODE_ATTRIBUTES = List.of("class", "expression", "delegateExpression");

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
    if (listeners == null) {
      listeners = new ArrayList<>();
      configuration.setCustomPreBPMNParseListeners(listeners);
    }
    listeners.add(new Refusal());
  }

  private static final class Refusal extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
      refuseCode(root);
    }

    private void refuseCode(Element element) {
      if (CODE_ELEMENTS.contains(element.getTagName()) || CODE_ATTRIBUTES.stream().anyMatch(name -> names(element, name))) {
        throw new ProcessEngineException("Code is not allowed in a model: " + element.getTagName());
      }
      element.elements().forEach(this::refuseCode);
    }

    private boolean names(Element element, String attribute) {
      boolean listener = element.getTagName().endsWith("istener");
      return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute) != null
          || listener && element.attribute(attribute) != null;
    }
  }
}
