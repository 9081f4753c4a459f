package id.tertib.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Sets the engine's clock, which its REST API cannot: {@code PUT /test/clock {"now": "2026-01-31T17:00:00Z"}} stops it
 * at that instant, DELETE lets it run again. Only in the profile {@code test}, and behind the same authentication.
 */
@Configuration
@Profile("test")
class TestClock {

  static final String URL = "/test/clock";

  @Bean
  ServletRegistrationBean<HttpServlet> clockServlet(ObjectMapper json) {
    return new ServletRegistrationBean<>(new ClockServlet(json), URL);
  }

  private static final class ClockServlet extends HttpServlet {

    private final transient ObjectMapper json;

    private ClockServlet(ObjectMapper json) {
      this.json = json;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
      String now = json.readTree(request.getInputStream()).path("now").asText();
      try {
        ClockUtil.setCurrentTime(Date.from(instant(now)));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } catch (DateTimeParseException notATime) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST, "now must be an ISO time with an offset");
      }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
      ClockUtil.reset();
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static Instant instant(String text) {
      return OffsetDateTime.parse(text).toInstant();
    }
  }
}
