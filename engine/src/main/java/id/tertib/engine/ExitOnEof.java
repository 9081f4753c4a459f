package id.tertib.engine;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the engine when its standard input closes, which is what happens when the process that started it dies,
 * even by SIGKILL. System.exit runs the shutdown hooks, so the database is closed properly.
 */
final class ExitOnEof implements Runnable {

  private final InputStream input;

  private ExitOnEof(InputStream input) {
    this.input = input;
  }

  /** Started before the application, so that a parent that dies during the start leaves no engine either. */
  static void watch(InputStream input) {
    Thread watcher = new Thread(new ExitOnEof(input), "exit-on-eof");
    watcher.setDaemon(true);
    watcher.start();
  }

  @Override
  public void run() {
    try {
      while (input.read() != -1) {
        // Whatever the parent writes has no meaning; only the end of the stream has.
      }
    } catch (IOException brokenPipe) {
      // The same as the end of the stream.
    }
    System.exit(0);
  }
}
