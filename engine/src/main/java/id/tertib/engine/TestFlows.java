package id.tertib.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Tells which sequence flows were taken, which the engine's history does not: {@code GET /test/flows} lists them in their order, DELETE
 * forgets them. Only in the profile {@code test}, and behind the same authentication.
 */
@Configuration
@Profile("test")
class TestFlows {

  static final String URL = "/test/flows";

  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();

  record Taken(String processInstanceId, String processDefinitionId, String flowId) {}

  @Bean
  AbstractProcessEnginePlugin flowRecorder() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
          listeners = new ArrayList<>();
          configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new EveryFlow());
      }
    };
  }

  @Bean
  ServletRegistrationBean<HttpServlet> flowsServlet(ObjectMapper json) {
    return new ServletRegistrationBean<>(new FlowsServlet(json, taken), URL);
  }

  private final class EveryFlow extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::taken);
    }

    /** What is rolled back was never taken. */
    private void taken(DelegateExecution execution) {
      Taken one = new Taken(execution.getProcessInstanceId(), execution.getProcessDefinitionId(), execution.getCurrentTransitionId());
      Context.getCommandContext().getTransactionContext().addTransactionListener(TransactionState.COMMITTED, context -> taken.add(one));
    }
  }

  private static final class FlowsServlet extends HttpServlet {

    private final transient ObjectMapper json;
    private final transient Queue<Taken> taken;

    private FlowsServlet(ObjectMapper json, Queue<Taken> taken) {
      this.json = json;
      this.taken = taken;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setContentType("application/json");
      json.writeValue(response.getOutputStream(), taken);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
      taken.clear();
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }
}
