package id.tertib.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Sets the engine's clock, which its REST API cannot: {@code PUT /test/clock {"now": "2026-01-31T17:00:00Z"}} stops it
 * at that instant, {@code {"ahead": 86400000}} lets it run so many milliseconds ahead of the machine's, DELETE lets it run again
 * with it. What has become due by it is looked for at once: timers, and tasks of polls that wait. Only in the profile {@code test}, and behind the same authentication.
 */
@Configuration
@Profile("test")
class TestClock {

  static final String URL = "/test/clock";

  @Bean
  ServletRegistrationBean<HttpServlet> clockServlet(ObjectMapper json, ProcessEngine engine) {
    JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    return new ServletRegistrationBean<>(new ClockServlet(json, jobs), URL);
  }

  private static final class ClockServlet extends HttpServlet {

    private final transient ObjectMapper json;
    private final transient JobExecutor jobs;

    private ClockServlet(ObjectMapper json, JobExecutor jobs) {
      this.json = json;
      this.jobs = jobs;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
      JsonNode asked = json.readTree(request.getInputStream());
      try {
        if (asked.path("ahead").canConvertToLong()) {
          ClockUtil.reset();
          ClockUtil.offset(asked.path("ahead").asLong());
        } else {
          ClockUtil.setCurrentTime(Date.from(instant(asked.path("now").asText())));
        }
        lookAgain();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } catch (DateTimeParseException notATime) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST, "now must be an ISO time with an offset, or ahead a number of milliseconds");
      }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
      ClockUtil.reset();
      lookAgain();
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Both sleep by the machine's time, which has not moved. */
    private void lookAgain() {
      jobs.jobWasAdded();
      ProcessEngineImpl.EXT_TASK_CONDITIONS.signalAll();
    }

    private static Instant instant(String text) {
      return OffsetDateTime.parse(text).toInstant();
    }
  }
}
