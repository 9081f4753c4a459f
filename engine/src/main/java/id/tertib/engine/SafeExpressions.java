package id.tertib.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.stereotype.Component;

/**
 * Leaves expressions nothing but variables: no beans, properties, methods or indexing, so no way to
 * {@code java.lang.Runtime}. The business key of the execution is the one exception.
 */
@Component
class SafeExpressions extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setExpressionManager(new VariablesOnly());
  }

  private static final class VariablesOnly extends JuelExpressionManager {

    @Override
    protected ELResolver createElResolver() {
      CompositeELResolver resolvers = new CompositeELResolver();
      resolvers.add(new BusinessKeyResolver());
      resolvers.add(new VariableScopeElResolver());
      resolvers.add(new VariableContextElResolver());
      return resolvers;
    }
  }
}
