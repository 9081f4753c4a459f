package id.tertib.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets H2 find the variables of an execution. The engine asks for those of one execution that belong to no task; of the two indexes
 * that it makes, H2 takes the one by task, and so reads the variables of all running cases each time.
 */
@Component
class VariableIndex extends AbstractProcessEnginePlugin {

  private static final String CREATE = "create index if not exists TERTIB_IDX_VARIABLE_EXEC_TASK on ACT_RU_VARIABLE(EXECUTION_ID_, TASK_ID_)";

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    if (!"h2".equals(configuration.getDatabaseType())) {
      return;
    }
    try (Connection connection = configuration.getDataSource().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    } catch (SQLException failure) {
      throw new ProcessEngineException("The index of variables could not be created", failure);
    }
  }
}
