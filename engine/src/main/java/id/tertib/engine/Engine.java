package id.tertib.engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workflow engine behind Tertib: Camunda's REST API on loopback, and nothing else. */
@SpringBootApplication
public class Engine {

  public static void main(String[] arguments) {
    if (System.getenv("ENGINE_EXIT_ON_EOF") != null) {
      ExitOnEof.watch(System.in);
    }
    SpringApplication.run(Engine.class, arguments);
  }
}
