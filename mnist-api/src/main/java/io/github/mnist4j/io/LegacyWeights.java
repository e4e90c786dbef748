package io.github.mnist4j.io;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weights in HDF5 files of Keras 1 and 2: a group whose attribute {@code layer_names} lists the
 * layers' groups, each with an attribute {@code weight_names} that lists its data sets.
 *
 * <p>Layers are matched as Keras does it: by their order, those without weights left out, whatever
 * their names are.
 */
final class LegacyWeights {
  static final String WEIGHT_NAMES = "weight_names";
  private static final String LAYER_NAMES = "layer_names";
  private static final String GROUP = "model_weights";

  private LegacyWeights() {}

  /** Returns the group that has the weights, or {@code null} where there is none of this kind. */
  static @Nullable Group group(Group root) {
    if (root.getChild(GROUP) instanceof Group group) {
      return group;
    }
    return listed(root) ? root : null;
  }

  /** Returns whether a group lists layers. */
  static boolean listed(Group group) {
    return group.getAttribute(LAYER_NAMES) != null || group.getAttribute(LAYER_NAMES + 0) != null;
  }

  /** Returns the parameters in the order of these files: first those that training changes. */
  static List<ParamSpec> ordered(LayerSpec layer) {
    return layer.params().stream()
        .sorted(Comparator.comparing(param -> !param.trainable()))
        .toList();
  }

  /** Writes the weights; layers without any are left out, which Keras' loader leaves out anyway. */
  static void write(WritableGroup root, List<LayerSpec> layers, Weights weights) {
    WritableGroup group = root.putGroup(GROUP);
    List<LayerSpec> weighted = weighted(layers);
    if (!weighted.isEmpty()) {
      group.putAttribute(
          LAYER_NAMES, weighted.stream().map(LayerSpec::name).toArray(String[]::new));
    }
    group.putAttribute("backend", "tensorflow");
    group.putAttribute("keras_version", Keras2Json.KERAS_VERSION);
    for (LayerSpec layer : weighted) {
      List<String> names = new ArrayList<>();
      WritableGroup outer = group.putGroup(layer.name());
      WritableGroup inner = outer.putGroup(layer.name());
      for (ParamSpec param : ordered(layer)) {
        String name = param.name() + ":0";
        names.add(layer.name() + "/" + name);
        inner.putDataset(name, WeightsH5.nested(weights.get(layer.weightName(param))));
      }
      outer.putAttribute(WEIGHT_NAMES, names.toArray(String[]::new));
    }
  }

  static List<LayerSpec> weighted(List<LayerSpec> layers) {
    return layers.stream().filter(layer -> !layer.params().isEmpty()).toList();
  }

  /**
   * Reads the weights of a network.
   *
   * @throws ModelFormatException if the group has not exactly these
   */
  static Weights read(Group group, List<LayerSpec> layers, String file) {
    List<LayerSpec> weighted = weighted(KerasGroups.asKerasHasThem(layers));
    Map<String, List<String>> found = found(group, file);
    if (found.size() != weighted.size()) {
      throw Problem.of(file + " has not the weights of this network")
          .expected(
              weighted.size()
                  + " layers with weights: "
                  + names(weighted.stream().map(LayerSpec::name).toList()))
          .got(found.size() + " layers with weights: " + names(List.copyOf(found.keySet())))
          .fix("load the weights of a network of the same layers and shapes")
          .see("weights-do-not-fit")
          .asModelFormatException();
    }
    requireCorrelation(group, weighted, file);
    Map<String, Tensor> tensors = new HashMap<>();
    int next = 0;
    for (Map.Entry<String, List<String>> entry : found.entrySet()) {
      LayerSpec layer = weighted.get(next++);
      List<ParamSpec> params = ordered(layer);
      List<String> names = entry.getValue();
      if (names.size() != params.size()) {
        throw WeightsH5.misfit(
            file,
            layer,
            params.size() + " parameters in " + entry.getKey(),
            names.size() + " parameters");
      }
      for (int i = 0; i < params.size(); i++) {
        String path = entry.getKey() + "/" + names.get(i);
        tensors.put(
            layer.weightName(params.get(i)),
            WeightsH5.tensor(Hdf5.child(group, path), params.get(i), layer, path, file));
      }
    }
    Weights.Builder weights = Weights.builder();
    for (LayerSpec layer : layers) {
      for (ParamSpec param : layer.params()) {
        weights.add(layer.weightName(param), tensors.get(layer.weightName(param)));
      }
    }
    return weights.build();
  }

  /** Returns the names of the weights by the name of their layer, in the file's order. */
  private static Map<String, List<String>> found(Group group, String file) {
    Map<String, List<String>> found = new java.util.LinkedHashMap<>();
    List<String> layers = Hdf5.texts(group, LAYER_NAMES);
    for (String layer : layers == null ? List.<String>of() : layers) {
      List<String> weights =
          Hdf5.child(group, layer) instanceof Group inner ? Hdf5.texts(inner, WEIGHT_NAMES) : null;
      if (weights == null) {
        throw Problem.of(file + " has no weights of a layer that it lists")
            .expected("a group " + layer + " with the attribute " + WEIGHT_NAMES)
            .got("none")
            .see("weights-file")
            .asModelFormatException();
      }
      if (!weights.isEmpty()) {
        found.put(layer, weights);
      }
    }
    return found;
  }

  private static String names(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(10, names.size())));
    return names.size() > 10 ? some + ", …" : some.isEmpty() ? "none" : some;
  }

  /** Theano turned its kernels around, and Keras 1 and 2 saved them so. */
  private static void requireCorrelation(Group group, List<LayerSpec> layers, String file) {
    boolean convolves =
        layers.stream()
            .flatMap(layer -> layer.params().stream())
            .anyMatch(param -> param.shape().rank() > 2);
    if (convolves && "theano".equals(Hdf5.text(group, "backend"))) {
      throw Problem.of(
              file + " was written on Theano, whose convolutions turn their kernels around")
          .expected("a file that Keras wrote on TensorFlow, JAX or PyTorch")
          .got("the attribute backend: theano")
          .fix("load the file in Keras on another backend, and save it again")
          .see("weights-file")
          .asModelFormatException();
    }
  }
}
