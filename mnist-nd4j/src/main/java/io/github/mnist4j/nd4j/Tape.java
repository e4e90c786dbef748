package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network does on oneDNN, recorded once and played many times: one list of steps forward,
 * one backward, and one that brings changed weights into the layouts that the steps want. Owns
 * every object it makes.
 */
final class Tape implements AutoCloseable {
  private static final List<memory.format_tag> USUAL =
      List.of(
          memory.format_tag.nhwc,
          memory.format_tag.nChw16c,
          memory.format_tag.nChw8c,
          memory.format_tag.nchw);

  private final Memory owned = new Memory(DataType.FLOAT);
  private final stream stream = keep(new stream(OneDnn.engine()));
  private final Steps forward = new Steps();
  private final Steps backward = new Steps();
  private final Steps refresh = new Steps();

  Steps forward() {
    return forward;
  }

  Steps backward() {
    return backward;
  }

  Steps refresh() {
    return refresh;
  }

  /** Returns arguments with one more, where there is one. */
  static Map<Integer, memory> with(
      Map<Integer, memory> arguments, int number, @Nullable memory more) {
    if (more == null) {
      return arguments;
    }
    Map<Integer, memory> all = new HashMap<>(arguments);
    all.put(number, more);
    return all;
  }

  /** Returns what owns the arrays of this tape. */
  Memory memory() {
    return owned;
  }

  /** Frees an object with the tape. */
  <P extends Pointer> P keep(P pointer) {
    owned.own(pointer);
    return pointer;
  }

  /** Returns a layout over logical axes. */
  memory.desc desc(memory.format_tag tag, long... dims) {
    return keep(new memory.desc(dims, memory.data_type.f32, tag));
  }

  /** Returns a layout over logical axes, by what lies between two neighbours along each. */
  memory.desc strided(long[] dims, long... strides) {
    return keep(new memory.desc(dims, memory.data_type.f32, strides));
  }

  /** Returns the layout of what a primitive goes without. */
  memory.desc nothing() {
    return keep(new memory.desc());
  }

  /**
   * Returns the layout in which Java has {@code n} samples of a shape; images are channels last.
   */
  memory.desc plain(int n, Shape sample) {
    long[] dims = Wiring.longs(sample.prepend(n));
    return switch (dims.length) {
      case 1 -> desc(memory.format_tag.a, dims);
      case 2 -> desc(memory.format_tag.ab, dims);
      case 3 -> desc(memory.format_tag.abc, dims);
      case 4 -> desc(memory.format_tag.nhwc, dims[0], dims[3], dims[1], dims[2]);
      default -> desc(memory.format_tag.ab, dims[0], sample.size());
    };
  }

  /** Returns new memory of a layout. */
  memory allocate(memory.desc desc) {
    return keep(new memory(desc, OneDnn.engine()));
  }

  /** Returns an array's own memory under a layout. */
  memory wrap(INDArray array, memory.desc desc) {
    if (desc.get_size() > array.length() * Float.BYTES) {
      throw new IndexOutOfBoundsException(
          "a layout of " + desc.get_size() + " bytes over " + array.length() + " numbers");
    }
    return keep(new memory(desc, OneDnn.engine(), array.data().addressPointer()));
  }

  /** Returns samples in a new array of ND4J's. */
  Flow array(int n, Shape sample) {
    return wrapped(owned.array(Wiring.longs(sample.prepend(n))), n, sample);
  }

  /** Returns the samples that lie in an array of ND4J's. */
  Flow wrapped(INDArray array, int n, Shape sample) {
    memory.desc plain = plain(n, sample);
    return new Flow(wrap(array, plain), plain, sample, true, array);
  }

  /** Returns new memory for samples that lie as others do. */
  Flow sibling(Flow model) {
    if (!model.plain()) {
      return new Flow(allocate(model.desc()), model.desc(), model.sample(), false, null);
    }
    INDArray array = owned.array(Wiring.longs(model.sample().prepend((int) dims(model)[0])));
    return new Flow(wrap(array, model.desc()), model.desc(), model.sample(), true, array);
  }

  /**
   * Returns images in one of the usual layouts, of which there are siblings in any size: mostly
   * they are in one already.
   */
  Flow common(Steps steps, Flow images, int n) {
    return usual(images) == null ? plain(steps, images, n) : images;
  }

  /** Returns the name of images' layout, if it is a usual one. */
  memory.@Nullable format_tag usual(Flow images) {
    return USUAL.stream()
        .filter(tag -> desc(tag, dims(images)).equals(images.desc()))
        .findFirst()
        .orElse(null);
  }

  /** Returns new memory for other images in the layout of images that have a usual one. */
  Flow sibling(Flow model, int n, Shape image) {
    if (model.plain()) {
      return array(n, image);
    }
    memory.desc desc = desc(usual(model), n, image.dim(2), image.dim(0), image.dim(1));
    return new Flow(allocate(desc), desc, image, false, null);
  }

  /**
   * Returns attributes by which a primitive's scratch memory is its own: several threads play tapes
   * at once.
   */
  primitive_attr attributes() {
    primitive_attr attributes = keep(new primitive_attr());
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    return attributes;
  }

  /**
   * Records a primitive.
   *
   * @param arguments its memory, by oneDNN's numbers
   */
  void record(
      Steps steps,
      primitive primitive,
      primitive_desc_base description,
      Map<Integer, memory> arguments) {
    keep(primitive);
    IntMemoryMap map = keep(new IntMemoryMap());
    arguments.forEach(map::put);
    memory.desc scratch = keep(description.scratchpad_desc());
    if (scratch.get_size() > 0) {
      map.put(dnnl.DNNL_ARG_SCRATCHPAD, allocate(scratch));
    }
    steps.add(() -> primitive.execute(stream, map));
  }

  /**
   * Returns memory of a layout with what another holds: the same where it lies so already, or a
   * copy made at each play.
   */
  memory as(Steps steps, memory source, memory.desc sourceDesc, memory.desc wanted) {
    if (sourceDesc.equals(wanted)) {
      return source;
    }
    memory target = allocate(wanted);
    copy(steps, source, target);
    return target;
  }

  /** Records a copy from one layout to another. */
  void copy(Steps steps, memory source, memory target) {
    reorder.primitive_desc description =
        keep(new reorder.primitive_desc(source, target, attributes(), false));
    record(
        steps,
        new reorder(description),
        description,
        Map.of(dnnl.DNNL_ARG_FROM, source, dnnl.DNNL_ARG_TO, target));
  }

  /**
   * Returns samples in another flow's layout. Plain vectors become the images that the other's
   * vectors still are, where that is so.
   */
  memory like(Steps steps, Flow flow, Flow model) {
    if (flow.desc().data().ndims() == model.desc().data().ndims()) {
      return as(steps, flow.memory(), flow.desc(), model.desc());
    }
    long[] dims = dims(model);
    if (!model.liesAsImages()) {
      return plain(steps, flow, (int) dims[0]).memory();
    }
    memory.desc images = desc(memory.format_tag.nhwc, dims);
    return as(steps, relabelled(flow.memory(), images), images, model.desc());
  }

  private static long[] dims(Flow flow) {
    long[] dims = new long[flow.desc().data().ndims()];
    flow.desc().dims().get(dims);
    return dims;
  }

  /** Returns samples as Java has them, under their shape. */
  Flow plain(Steps steps, Flow flow, int n) {
    memory.desc plain = plain(n, flow.sample());
    if (flow.plain()) {
      return flow.desc().equals(plain)
          ? flow
          : new Flow(relabelled(flow.memory(), plain), plain, flow.sample(), true, flow.array());
    }
    if (!flow.liesAsImages() || flow.sample().rank() == 3) {
      return new Flow(
          as(steps, flow.memory(), flow.desc(), plain), plain, flow.sample(), true, null);
    }
    memory.desc channelsLast = desc(memory.format_tag.nhwc, dims(flow));
    memory images = as(steps, flow.memory(), flow.desc(), channelsLast);
    return new Flow(relabelled(images, plain), plain, flow.sample(), true, null);
  }

  /** Returns samples of two axes, (steps, channels), as images of one row. */
  Flow images(Steps steps, Flow flow, int n) {
    Shape sequence = flow.sample();
    Shape image = Shape.of(1, sequence.dim(0), sequence.dim(1));
    return flow.liesAsImages() ? flow.reshaped(image) : relabel(plain(steps, flow, n), n, image);
  }

  /** Returns images of one row as samples of two axes. */
  Flow sequences(Flow flow, int n) {
    Shape sequence = Shape.of(flow.sample().dim(1), flow.sample().dim(2));
    return flow.plain() ? relabel(flow, n, sequence) : flow.reshaped(sequence);
  }

  /**
   * Returns plain samples as {@code n} samples of another shape; the numbers stay where they are.
   */
  Flow relabel(Flow flow, int n, Shape sample) {
    memory.desc plain = plain(n, sample);
    return new Flow(relabelled(flow.memory(), plain), plain, sample, true, flow.array());
  }

  /** Returns the same memory under another layout. */
  memory relabelled(memory source, memory.desc desc) {
    return keep(new memory(desc, OneDnn.engine(), keep(source.get_data_handle())));
  }

  /**
   * Returns a parameter's values in the layout that a primitive wants; brought there again whenever
   * they have changed.
   */
  memory weights(Param param, memory.desc plain, memory.desc wanted) {
    return as(refresh, wrap(param.value(), plain), plain, wanted);
  }

  /**
   * Returns where a primitive is to write a parameter's gradient; {@link #finishGradient} brings it
   * to its array.
   */
  memory gradient(Param param, memory.desc plain, memory.desc produced) {
    return produced.equals(plain) ? wrap(param.gradient(), plain) : allocate(produced);
  }

  /** Records the copy from {@link #gradient}, behind the primitive that fills it. */
  void finishGradient(memory gradient, Param param, memory.desc plain, memory.desc produced) {
    if (!produced.equals(plain)) {
      copy(backward, gradient, wrap(param.gradient(), plain));
    }
  }

  @Override
  public void close() {
    owned.close();
  }
}
