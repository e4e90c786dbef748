package io.github.mnist4j.io;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Bidirectional;
import io.github.mnist4j.layers.Constraint;
import io.github.mnist4j.layers.Constraints;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.layers.Recurrent;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.layers.Regularizers;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.OptimizerOptions;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.optimizers.Schedules;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A record with one component at a time changed: what a file must be able to tell apart. */
final class Variations {
  /** Components that are there both or not at all. */
  private static final Set<String> PAIR = Set.of("mean", "variance");

  private Variations() {}

  /** Returns the record, and one variation for each component but its name. */
  @SuppressWarnings("unchecked")
  static <T> Stream<T> of(T value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    List<T> all = new ArrayList<>(List.of(value));
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType() == OptimizerOptions.class) {
        options((Optimizer) value).forEach(other -> all.add((T) other));
      } else if (!components[i].getName().equals("name")) {
        all.add(varied(value, components, i));
      }
    }
    return all.stream();
  }

  private static Stream<Optimizer> options(Optimizer optimizer) {
    return of(optimizer.options()).map(optimizer::options);
  }

  @SuppressWarnings("unchecked")
  private static <T> T varied(T value, RecordComponent[] components, int which) {
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(value);
      }
      for (int i = 0; i < components.length; i++) {
        boolean together = PAIR.contains(components[i].getName());
        if (i == which || together && PAIR.contains(components[which].getName())) {
          values[i] = other(components[i], values[i]);
        }
      }
      Constructor<?> constructor =
          value
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return (T) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          "teach Variations a value that " + components[which] + " can have", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object other(RecordComponent component, Object value) {
    boolean numbers = component.getGenericType().getTypeName().contains("Double");
    boolean ofLayer = Layer.class.isAssignableFrom(component.getDeclaringRecord());
    if (component.getType() == List.class && ofLayer) {
      if (component.getGenericType().getTypeName().contains("Layer")) {
        return List.of(Layers.Dense(2).name("b"), Layers.Stack(Layers.Dense(3)).name("c"));
      }
      return numbers ? List.of(1.5, 2.25) : List.of(2, 1);
    }
    return other(component.getType(), value);
  }

  private static Object other(Class<?> type, Object value) {
    if (type == int.class) {
      return (int) value + 2;
    } else if (type == double.class) {
      return (double) value < 0 ? (double) value / 2 : (double) value / 2 + 0.125;
    } else if (type == boolean.class) {
      return !(boolean) value;
    } else if (type == Regularizer.class) {
      return Regularizers.l1L2(0.5, 0.25);
    } else if (type == Constraint.class) {
      return Constraints.maxNorm(3);
    } else if (type == Layer.class) {
      return Layers.Dense(3);
    } else if (type == Recurrent.class) {
      return Layers.GRU(3).goBackwards(value != null && ((Recurrent) value).goBackwards());
    } else if (type == Bidirectional.Merge.class) {
      return Bidirectional.Merge.MUL;
    } else if (type == Interpolation.class) {
      return value == Interpolation.BILINEAR ? Interpolation.NEAREST : Interpolation.BILINEAR;
    } else if (type == FillMode.class) {
      return FillMode.WRAP;
    } else if (type == Range.class) {
      return new Range(0.125, 0.25);
    } else if (type == Margins.class) {
      return new Margins(1, 2, 3, 0);
    } else if (type.isEnum() && type.getPackageName().endsWith("metrics")) {
      Object[] constants = type.getEnumConstants();
      return constants[value == null ? 0 : (((Enum<?>) value).ordinal() + 1) % constants.length];
    } else if (type == Long.class) {
      return 7L;
    } else if (type == Integer.class) {
      return value == null ? 7 : (Integer) value + 2;
    } else if (type == Double.class) {
      return value == null ? 0.25 : (Double) value / 2 + 0.125;
    } else if (type == Schedule.class) {
      return Schedules.exponentialDecay(0.5, 3, 0.25);
    } else if (type == List.class) {
      return ((List<?>) value).stream().map(Variations::item).toList();
    } else if (type == Size.class) {
      return new Size(3, 1);
    } else if (type == Padding.class) {
      return Padding.SAME;
    } else if (type == Activation.class) {
      return Activation.tanh;
    } else if (type == Initializer.Mode.class) {
      return Initializer.Mode.FAN_OUT;
    } else if (type == Regularizer.Mode.class) {
      return Regularizer.Mode.COLUMNS;
    } else if (type == Initializer.Distribution.class) {
      return Initializer.Distribution.UNIFORM;
    } else if (type == Initializer.class) {
      return Initializers.randomNormal(0.5, 0.25);
    }
    throw new AssertionError("teach Variations another " + type);
  }

  private static Object item(Object value) {
    return other(value.getClass(), value);
  }
}
