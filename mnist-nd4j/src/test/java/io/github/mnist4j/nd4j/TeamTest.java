package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TeamTest {
  private final Team team = new Team(3);

  @Test
  void every_part_is_done_once() {
    for (int parts = 1; parts <= 7; parts++) {
      AtomicIntegerArray done = new AtomicIntegerArray(parts);
      for (int round = 0; round < 1000; round++) {
        team.run(parts, done::incrementAndGet);
      }
      for (int part = 0; part < parts; part++) {
        assertThat(done.get(part)).as("part %d of %d", part, parts).isEqualTo(1000);
      }
    }
  }

  @Test
  void the_parts_run_at_the_same_time() {
    CyclicBarrier together = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    team.run(
        3,
        part -> {
          threads.add(Thread.currentThread());
          try {
            together.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void what_a_part_throws_reaches_the_caller_when_all_are_done() {
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                team.run(
                    3,
                    part -> {
                      done.incrementAndGet();
                      if (part > 0) {
                        throw new IllegalStateException("part " + part);
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 1");
    assertThat(done).hasValue(3);
    team.run(3, part -> done.incrementAndGet());
    assertThat(done).hasValue(6);
  }

  @Test
  void a_busy_team_leaves_the_work_to_its_caller() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                team.run(
                    2,
                    part -> {
                      busy.countDown();
                      await(finish);
                    }));
    other.start();
    busy.await();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    team.run(3, part -> threads.add(Thread.currentThread()));
    finish.countDown();
    other.join();
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void an_interrupted_caller_still_waits_and_stays_interrupted() {
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    team.run(3, part -> done.incrementAndGet());
    assertThat(done).hasValue(3);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
