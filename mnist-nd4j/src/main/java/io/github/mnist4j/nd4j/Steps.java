package io.github.mnist4j.nd4j;

import java.util.ArrayList;
import java.util.List;

/**
 * What one part of a batch does in a pass, in phases: between two, the parts of a batch meet, so
 * that each knows what the others have found ({@link Exchange}). Without layers that look at the
 * whole batch there is one phase.
 */
final class Steps {
  private final List<List<Runnable>> phases = new ArrayList<>(List.of(new ArrayList<>()));

  void add(Runnable step) {
    phases.get(phases.size() - 1).add(step);
  }

  /** Lets the parts meet before what is added from now on. */
  void meet() {
    phases.add(new ArrayList<>());
  }

  /** Returns the number of phases, at least 1. */
  int phases() {
    return phases.size();
  }

  /** Does the steps of a phase. */
  void run(int phase) {
    List<Runnable> steps = phases.get(phase);
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).run();
    }
  }

  /** Does all steps: right where one part is the whole batch. */
  void run() {
    for (int phase = 0; phase < phases.size(); phase++) {
      run(phase);
    }
  }
}
