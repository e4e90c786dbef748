package io.github.mnist4j.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a program prints to standard output. */
final class Printed {
  /** Runs. */
  interface Program {
    void run() throws IOException;
  }

  private Printed() {}

  static String by(Program program) throws IOException {
    PrintStream standard = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(standard);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
