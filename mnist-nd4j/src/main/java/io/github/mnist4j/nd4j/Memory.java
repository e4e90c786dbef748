package io.github.mnist4j.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Owns arrays outside the Java heap until it is closed, and copies between them and Java's. Every
 * array is whole and row-major: no views of other arrays' parts, which several of ND4J's operations
 * handle slowly or wrongly.
 */
final class Memory implements AutoCloseable {
  private final DataType type;
  private final List<AutoCloseable> owned = new ArrayList<>();

  /** Arrays are of {@code FLOAT}; of {@code DOUBLE} where gradients are checked. */
  Memory(DataType type) {
    this.type = type;
  }

  /** Returns an array of zeros. */
  INDArray array(long... shape) {
    return Nd4jRuntime.onProcessor() ? ownArray(shape) : nd4jArray(shape);
  }

  private INDArray nd4jArray(long... shape) {
    INDArray array = Nd4j.create(type, shape, 'c');
    owned.add(array::close);
    return array;
  }

  /**
   * Returns an array on memory that ND4J does not manage: its own {@code close} gives memory back
   * only when the garbage collector comes by, which for large arrays behind small objects is late.
   */
  private INDArray ownArray(long... shape) {
    long length = Math.max(1, ArrayUtil.prodLong(shape));
    Pointer pointer =
        type == DataType.DOUBLE ? new DoublePointer(length) : new FloatPointer(length);
    pointer.zero();
    INDArray array =
        Nd4j.create(
            Nd4j.createBuffer(pointer, length, type), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
    owned.add(pointer::deallocate);
    owned.add(array::close);
    return array;
  }

  /** Frees a thing with the arrays, before those that were made earlier. */
  void own(AutoCloseable thing) {
    owned.add(thing);
  }

  /** Copies {@code count} numbers into the start of an array. */
  static void write(float[] source, int offset, int count, INDArray target) {
    require(target, count, offset, source.length);
    if (target.dataType() == DataType.FLOAT && Nd4jRuntime.onProcessor()) {
      ((FloatPointer) target.data().addressPointer()).put(source, offset, count);
    } else {
      for (int i = 0; i < count; i++) {
        target.data().put(i, (double) source[offset + i]);
      }
    }
  }

  /** Copies an array's first {@code count} numbers. */
  static void read(INDArray source, float[] target, int offset, int count) {
    require(source, count, offset, target.length);
    if (source.dataType() == DataType.FLOAT && Nd4jRuntime.onProcessor()) {
      ((FloatPointer) source.data().addressPointer()).get(target, offset, count);
    } else {
      for (int i = 0; i < count; i++) {
        target[offset + i] = (float) source.data().getDouble(i);
      }
    }
  }

  /** Native code trusts its arguments. */
  private static void require(INDArray array, int count, int offset, int length) {
    boolean inside = count >= 0 && offset >= 0 && (long) offset + count <= length;
    if (!inside || count > array.length()) {
      throw new IndexOutOfBoundsException(
          count + " numbers do not fit an array of " + array.length());
    }
  }

  /** Frees everything, the newest first. */
  @Override
  public void close() {
    for (int i = owned.size() - 1; i >= 0; i--) {
      try {
        owned.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("native memory could not be freed", e);
      }
    }
    owned.clear();
  }
}
