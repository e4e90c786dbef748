package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes down behind each epoch where the training stands, so that a training that was cut off goes
 * on there: the next {@code fit} with the same folder takes over weights, optimizer, learning rate
 * and order of samples, and begins with the epoch that was next. When a training has ended, the
 * files are deleted.
 *
 * <pre>{@code
 * model.fit(train, epochs(100).callbacks(backupAndRestore(Path.of("backup"))));
 * }</pre>
 *
 * <p>With a model compiled with the same seed, for the same engine, the outcome is that of a
 * training that was not cut off, to the bit. What other callbacks remember, such as the patience of
 * {@link EarlyStopping}, begins anew. Give this callback last, so that it keeps what the others
 * changed. What was written is replaced whole or not at all, so there is no need for Keras' {@code
 * double_checkpoint}.
 *
 * @param backupDir a folder for this training alone; made if it is not there
 * @param deleteCheckpoint whether the files are deleted at the end; true
 */
public record BackupAndRestore(Path backupDir, boolean deleteCheckpoint) implements Callback {
  /** Checks that all is there. */
  public BackupAndRestore {
    Check.notNull(backupDir, "BackupAndRestore", "backupDir");
  }

  @Override
  public void onTrainBegin(TrainingContext training) {
    training.restore(backupDir);
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    training.backup(backupDir, epoch + 1);
  }

  @Override
  public void onTrainEnd(TrainingContext training) {
    if (deleteCheckpoint) {
      training.deleteBackup(backupDir);
    }
  }

  /** Returns the same callback that deletes its files at the end, or keeps them. */
  public BackupAndRestore deleteCheckpoint(boolean deleteCheckpoint) {
    return new BackupAndRestore(backupDir, deleteCheckpoint);
  }
}
