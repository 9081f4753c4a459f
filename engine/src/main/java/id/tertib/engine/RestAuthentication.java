package id.tertib.engine;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HTTP Basic for the REST API, which is open without it. {@code /engine-rest/engine} stays open as a health check. */
@Configuration
class RestAuthentication {

  @Bean
  FilterRegistrationBean<Filter> restAuthenticationFilter() {
    var filter = new FilterRegistrationBean<Filter>(new ProcessEngineAuthenticationFilter());
    filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
    filter.addUrlPatterns("/engine-rest/*", TestClock.URL, TestFlows.URL);
    return filter;
  }
}
