package io.github.mnist4j.io;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keras 3's {@code .weights.h5}: an HDF5 file with a data set {@code layers/<class>[_k]/vars/<i>}
 * for each parameter, i counting a layer's parameters. Reading takes Keras 2's files, too.
 */
public final class WeightsH5 {
  /** The ending that Keras insists on. */
  public static final String SUFFIX = ".weights.h5";

  /**
   * A data set that stands last in the file. jHDF 0.13 writes its own name behind the last data
   * set, over whatever group stands there; its order is that of a hash table, in which this name
   * comes behind {@code layers}, {@code optimizer} and {@code vars}.
   */
  private static final String LAST = "written_by";

  private static final String ROOT = "layers";

  /** Where TF-Keras 2.13 to 2.15 have what Keras 3 has in {@code layers}. */
  private static final String OLD_ROOT = "_layer_checkpoint_dependencies";

  private WeightsH5() {}

  /**
   * Writes weights.
   *
   * @throws IllegalArgumentException if the name does not end in {@code .weights.h5}
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, List<LayerSpec> layers, Weights weights) {
    if (!file.getFileName().toString().endsWith(SUFFIX)) {
      throw Problem.of("weights cannot be written under this name")
          .expected("a name that ends in " + SUFFIX + ", as Keras insists")
          .got(file.toString())
          .see("weights-file-name")
          .asIllegalArgument();
    }
    AtomicFile.write(file, partial -> writeTo(partial, layers, weights, null));
  }

  /**
   * Layers without parameters are left out, as Keras allows: jHDF 0.13 also writes the text of a
   * layer's attribute behind the last data set so far, over the empty groups that may lie there.
   */
  static void writeTo(
      Path file, List<LayerSpec> layers, Weights weights, @Nullable OptimizerVars optimizer) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putGroup("vars");
      Map<String, WritableGroup> groups = new HashMap<>();
      groups.put("", hdf.putGroup(ROOT));
      for (KerasGroups.Vars vars : KerasGroups.of(layers)) {
        WritableGroup group = group(groups, vars.path());
        group.putAttribute("name", vars.layer().name());
        for (int i = 0; i < vars.params().size(); i++) {
          Tensor tensor = weights.get(vars.layer().weightName(vars.params().get(i)));
          group.putDataset(Integer.toString(i), nested(tensor));
        }
      }
      if (optimizer != null) {
        optimizer.write(hdf.putGroup("optimizer").putGroup("vars"));
      }
      hdf.putDataset(LAST, new int[] {1});
    }
    requireWhole(file, layers, weights, optimizer);
  }

  /** Returns a group, made where it is not there yet, with those around it. */
  private static WritableGroup group(Map<String, WritableGroup> groups, String path) {
    WritableGroup group = groups.get(path);
    if (group == null) {
      int cut = path.lastIndexOf('/');
      WritableGroup outer = group(groups, cut < 0 ? "" : path.substring(0, cut));
      group = outer.putGroup(path.substring(cut + 1));
      groups.put(path, group);
    }
    return group;
  }

  /**
   * jHDF's writing is young: what it wrote is read again before it takes the place of an older
   * file.
   */
  private static void requireWhole(
      Path file, List<LayerSpec> layers, Weights weights, @Nullable OptimizerVars optimizer) {
    byte[] bytes = Hdf5.bytes(file, "read weights");
    boolean whole =
        read(bytes, layers, file.toString()).equals(weights)
            && Objects.equals(readOptimizer(bytes, file.toString()), optimizer);
    if (!whole) {
      throw Problem.of("the weights were not written as they are")
          .got("other numbers when they were read again")
          .fix("report this, with the network's summary; an older file was not touched")
          .see("weights-file")
          .asIllegalState();
    }
  }

  /** Returns an array of arrays, as many as the tensor has axes. */
  static Object nested(Tensor tensor) {
    return tensor.shape().rank() == 0
        ? tensor.data()[0]
        : nested(tensor.data(), 0, tensor.shape().toArray(), 0);
  }

  private static Object nested(float[] data, int offset, int[] dims, int axis) {
    if (axis == dims.length - 1) {
      return Arrays.copyOfRange(data, offset, offset + dims[axis]);
    }
    Object array = Array.newInstance(float.class, Arrays.copyOfRange(dims, axis, dims.length));
    int stride = 1;
    for (int i = axis + 1; i < dims.length; i++) {
      stride *= dims[i];
    }
    for (int i = 0; i < dims[axis]; i++) {
      Array.set(array, i, nested(data, offset + i * stride, dims, axis + 1));
    }
    return array;
  }

  /**
   * Reads the weights of a network.
   *
   * @throws ModelFormatException if the file is no HDF5 file or has not exactly the weights of this
   *     network
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Weights read(Path file, List<LayerSpec> layers) {
    return read(Hdf5.bytes(file, "read weights"), layers, file.toString());
  }

  /** Reads the weights of a network from a file's bytes. */
  static Weights read(byte[] bytes, List<LayerSpec> layers, String file) {
    return Hdf5.read(
        bytes,
        file,
        hdf -> {
          Group legacy = LegacyWeights.group(hdf);
          return legacy == null
              ? read(hdf, layers, file)
              : LegacyWeights.read(legacy, layers, file);
        });
  }

  /** Reads an optimizer's variables from a file's bytes, or {@code null} where there are none. */
  static @Nullable OptimizerVars readOptimizer(byte[] bytes, String file) {
    return Hdf5.read(
        bytes,
        file,
        hdf ->
            Hdf5.child(hdf, "optimizer/vars") instanceof Group vars
                ? OptimizerVars.read(vars, file, Math.max(1 << 20, 16L * bytes.length))
                : null);
  }

  private static Weights read(HdfFile hdf, List<LayerSpec> layers, String file) {
    List<KerasGroups.Vars> groups = KerasGroups.of(layers);
    String root = Hdf5.child(hdf, OLD_ROOT) instanceof Group ? OLD_ROOT : ROOT;
    Map<String, Tensor> found = new HashMap<>();
    for (KerasGroups.Vars vars : groups) {
      LayerSpec layer = vars.layer();
      String path = root + "/" + vars.path();
      int count = Hdf5.child(hdf, path) instanceof Group group ? group.getChildren().size() : 0;
      if (count != vars.params().size()) {
        throw misfit(
            file, layer, vars.params().size() + " parameters in " + path, count + " parameters");
      }
      for (int i = 0; i < count; i++) {
        ParamSpec param = vars.params().get(i);
        found.put(
            layer.weightName(param),
            tensor(Hdf5.child(hdf, path + "/" + i), param, layer, path + "/" + i, file));
      }
    }
    Set<String> known =
        groups.stream().map(vars -> root + "/" + vars.path()).collect(Collectors.toSet());
    if (Hdf5.child(hdf, root) instanceof Group layersGroup) {
      requireNoMore(layersGroup, root, known, file);
    }
    Weights.Builder weights = Weights.builder();
    for (LayerSpec layer : layers) {
      for (ParamSpec param : layer.params()) {
        weights.add(layer.weightName(param), found.get(layer.weightName(param)));
      }
    }
    return weights.build();
  }

  /** Weights of a larger network, or one of other layers, are not those of this one. */
  private static void requireNoMore(Group group, String path, Set<String> known, String file) {
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      if (child.getValue() instanceof Group inner) {
        requireNoMore(inner, path + "/" + child.getKey(), known, file);
      } else if (!known.contains(path)) {
        throw Problem.of(file + " has weights of a layer that the network has not")
            .expected(known.isEmpty() ? "none" : String.join(", ", new java.util.TreeSet<>(known)))
            .got(path)
            .fix("load the weights of a network of the same layers and shapes")
            .see("weights-do-not-fit")
            .asModelFormatException();
      }
    }
  }

  /** Returns a parameter that the file has at a path; numbers in double precision are rounded. */
  static Tensor tensor(
      @Nullable Node node, ParamSpec param, LayerSpec layer, String path, String file) {
    if (!(node instanceof Dataset dataset)) {
      throw misfit(file, layer, "a data set " + path, "none");
    }
    Shape shape = Shape.of(dataset.getDimensions());
    if (!shape.equals(param.shape())) {
      throw misfit(file, layer, param.name() + " of shape " + param.shape(), "shape " + shape);
    }
    float[] values = Hdf5.floats(dataset, shape.size());
    if (values == null) {
      throw misfit(
          file, layer, param.name() + " of 32-bit floats", dataset.getJavaType().getSimpleName());
    }
    return Tensor.of(shape, values);
  }

  static ModelFormatException misfit(String file, LayerSpec layer, String expected, String got) {
    return Problem.of(
            file
                + " has not the weights of layer '"
                + layer.name()
                + "' ("
                + layer.layer().className()
                + ")")
        .expected(expected)
        .got(got)
        .fix("load the weights of a network of the same layers and shapes")
        .see("weights-do-not-fit")
        .asModelFormatException();
  }
}
