package io.github.mnist4j;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logged while this is open. */
final class Logged implements AutoCloseable {
  private final Logger log;
  private final List<String> said = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          String text = MessageFormat.format(record.getMessage(), record.getParameters());
          said.add(record.getLevel() + ": " + text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Logged(Class<?> owner) {
    log = Logger.getLogger(owner.getName());
    log.setUseParentHandlers(false);
    log.addHandler(handler);
  }

  List<String> said() {
    return said;
  }

  @Override
  public void close() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
  }
}
