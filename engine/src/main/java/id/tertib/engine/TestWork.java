package id.tertib.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Tells what goes on by itself, for which the REST API would be asked seven times: {@code GET /test/work} answers the jobs that can be
 * executed now, the external tasks that have tries left, and the timer that is due next. Only in the profile {@code test}, and behind
 * the same authentication.
 */
@Configuration
@Profile("test")
class TestWork {

  static final String URL = "/test/work";

  record Continuation(String processInstanceId, String exceptionMessage) {}

  record Task(String id, String topicName, String activityId, String processInstanceId, String errorMessage, String lockExpirationTime) {}

  record Timer(String dueDate, String processInstanceId, String activityId) {}

  record Work(List<Continuation> jobs, List<Task> externalTasks, Timer nextTimer) {}

  @Bean
  ServletRegistrationBean<HttpServlet> workServlet(ObjectMapper json, ProcessEngine engine) {
    return new ServletRegistrationBean<>(new WorkServlet(json, engine.getManagementService(), engine.getExternalTaskService()), URL);
  }

  private static final class WorkServlet extends HttpServlet {

    private final transient ObjectMapper json;
    private final transient ManagementService management;
    private final transient ExternalTaskService externalTasks;

    private WorkServlet(ObjectMapper json, ManagementService management, ExternalTaskService externalTasks) {
      this.json = json;
      this.management = management;
      this.externalTasks = externalTasks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      Work found = look();
      // Twice: between two questions a task may have become a job, which was asked for first.
      if (found.jobs().isEmpty()) {
        found = look();
      }
      response.setContentType("application/json");
      json.writeValue(response.getOutputStream(), found);
    }

    private Work look() {
      return new Work(jobs(), tasks(), nextTimer());
    }

    /** Those of no instance are the engine's own house-keeping. */
    private List<Continuation> jobs() {
      return management.createJobQuery().executable().active().list().stream()
          .filter(job -> job.getProcessInstanceId() != null)
          .map(job -> new Continuation(job.getProcessInstanceId(), job.getExceptionMessage()))
          .toList();
    }

    private List<Task> tasks() {
      return externalTasks.createExternalTaskQuery().active().withRetriesLeft().list().stream().map(WorkServlet::task).toList();
    }

    private Timer nextTimer() {
      List<Job> first = management.createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1);
      return first.isEmpty() ? null : timer(first.get(0));
    }

    private Timer timer(Job job) {
      String definition = job.getJobDefinitionId();
      String activity = definition == null ? null : management.createJobDefinitionQuery().jobDefinitionId(definition).singleResult().getActivityId();
      return new Timer(time(job.getDuedate()), job.getProcessInstanceId(), activity);
    }

    private static Task task(ExternalTask task) {
      return new Task(
          task.getId(), task.getTopicName(), task.getActivityId(), task.getProcessInstanceId(), task.getErrorMessage(), time(task.getLockExpirationTime()));
    }

    private static String time(Date date) {
      return date == null ? null : date.toInstant().toString();
    }
  }
}
