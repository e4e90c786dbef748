package io.github.mnist4j.callbacks;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What real Keras' callbacks did. */
public final class GoldenCallbacks {
  private GoldenCallbacks() {}

  /** Reads {@code callbacks.json}. */
  static JsonNode read() {
    ObjectMapper mapper =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    try (InputStream in = GoldenCallbacks.class.getResourceAsStream("/golden/callbacks.json")) {
      return mapper.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns which way a metric gets better, by Keras' own word: up, down, or null. */
  public static String direction(String className) {
    return read().at("/directions/" + className).asText();
  }

  /** Returns what is printed where the loss of batch 12 is not finite. */
  public static String terminateOnNaN() {
    return read().get("terminate_on_nan").asText();
  }

  static Map<String, Double> logs(JsonNode node) {
    Map<String, Double> logs = new LinkedHashMap<>();
    node.properties().forEach(field -> logs.put(field.getKey(), field.getValue().asDouble()));
    return logs;
  }

  /** Makes the callback that Keras' arguments make there. */
  static Callback callback(String kind, JsonNode params) {
    Callback[] callback = {
      switch (kind) {
        case "EarlyStopping" -> Callbacks.earlyStopping();
        case "ReduceLROnPlateau" -> Callbacks.reduceLROnPlateau();
        case "ModelCheckpoint" -> Callbacks.modelCheckpoint(params.get("filepath").asText());
        case "LearningRateScheduler" ->
            Callbacks.learningRateScheduler(
                (epoch, rate) -> epoch % 2 == 1 ? rate * params.get("drop").asDouble() : rate);
        default -> throw new IllegalArgumentException(kind);
      }
    };
    params
        .properties()
        .forEach(field -> callback[0] = with(callback[0], field.getKey(), field.getValue()));
    return callback[0];
  }

  private static Callback with(Callback callback, String name, JsonNode value) {
    if (callback instanceof EarlyStopping stopping) {
      return with(stopping, name, value);
    } else if (callback instanceof ReduceLROnPlateau plateau) {
      return with(plateau, name, value);
    } else if (callback instanceof ModelCheckpoint checkpoint) {
      return with(checkpoint, name, value);
    }
    LearningRateScheduler scheduler = (LearningRateScheduler) callback;
    return name.equals("verbose") ? scheduler.verbose(value.asInt()) : scheduler;
  }

  private static Mode mode(JsonNode value) {
    return value.asText().equals("max") ? Mode.MAX : Mode.MIN;
  }

  private static Callback with(EarlyStopping stopping, String name, JsonNode value) {
    return switch (name) {
      case "monitor" -> stopping.monitor(value.asText());
      case "verbose" -> stopping.verbose(value.asInt());
      case "restore_best_weights" -> stopping.restoreBestWeights(value.asBoolean());
      case "patience" -> stopping.patience(value.asInt());
      case "min_delta" -> stopping.minDelta(value.asDouble());
      case "mode" -> stopping.mode(mode(value));
      case "baseline" -> stopping.baseline(value.asDouble());
      case "start_from_epoch" -> stopping.startFromEpoch(value.asInt());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Callback with(ReduceLROnPlateau plateau, String name, JsonNode value) {
    return switch (name) {
      case "monitor" -> plateau.monitor(value.asText());
      case "verbose" -> plateau.verbose(value.asInt());
      case "factor" -> plateau.factor(value.asDouble());
      case "patience" -> plateau.patience(value.asInt());
      case "min_delta" -> plateau.minDelta(value.asDouble());
      case "mode" -> plateau.mode(mode(value));
      case "cooldown" -> plateau.cooldown(value.asInt());
      case "min_lr" -> plateau.minLr(value.asDouble());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Callback with(ModelCheckpoint checkpoint, String name, JsonNode value) {
    return switch (name) {
      case "filepath" -> checkpoint;
      case "monitor" -> checkpoint.monitor(value.asText());
      case "verbose" -> checkpoint.verbose(value.asInt());
      case "save_best_only" -> checkpoint.saveBestOnly(value.asBoolean());
      case "save_weights_only" -> checkpoint.saveWeightsOnly(value.asBoolean());
      case "mode" -> checkpoint.mode(mode(value));
      case "save_freq" -> checkpoint.saveFreq(value.asInt());
      case "initial_value_threshold" -> checkpoint.initialValueThreshold(value.asDouble());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
