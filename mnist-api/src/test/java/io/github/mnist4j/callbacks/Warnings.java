package io.github.mnist4j.callbacks;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What callbacks warned of while this is open. */
public final class Warnings implements AutoCloseable {
  private final Logger log = Logger.getLogger(Callback.class.getName());
  private final List<String> said = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          said.add(MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Begins to listen. */
  public Warnings() {
    log.setUseParentHandlers(false);
    log.addHandler(handler);
  }

  /** Returns what was said so far. */
  public List<String> said() {
    return said;
  }

  @Override
  public void close() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
  }
}
