package io.github.mnist4j.layers;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies of records with one component changed. Layers have up to two dozen components, and a
 * wither that repeats them all hides the one it is about.
 */
final class Records {
  private static final ClassValue<Parts> PARTS =
      new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> type) {
          return new Parts(type);
        }
      };

  private Records() {}

  /** How to take records of a type apart and to make them. */
  private static final class Parts {
    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    Parts(Class<?> type) {
      components = type.getRecordComponents();
      try {
        constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns the same record with another value of one component. */
  static <R extends Record> R with(R record, String component, @Nullable Object value) {
    Parts parts = PARTS.get(record.getClass());
    Object[] values = new Object[parts.components.length];
    boolean found = false;
    try {
      for (int i = 0; i < values.length; i++) {
        boolean changes = parts.components[i].getName().equals(component);
        values[i] = changes ? value : parts.components[i].getAccessor().invoke(record);
        found |= changes;
      }
      if (!found) {
        throw new IllegalStateException("no component " + component + " in " + record.getClass());
      }
      @SuppressWarnings("unchecked")
      R changed = (R) parts.constructor.newInstance(values);
      return changed;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
