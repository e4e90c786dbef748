package io.github.mnist4j.datasets;

import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.errors.Problem;
import java.util.List;
import java.util.function.Function;

/** The four files that make a data set as MNIST is one. */
record IdxSet(
    DataFile trainImages, DataFile trainLabels, DataFile testImages, DataFile testLabels) {
  private static final int CLASSES = 10;

  static final IdxSet MNIST =
      new IdxSet(
          new DataFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new DataFile(
              "train-labels-idx1-ubyte",
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new DataFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new DataFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  List<DataFile> files() {
    return List.of(trainImages, trainLabels, testImages, testLabels);
  }

  /** Makes the data set of what is found for each file. */
  Mnist assemble(Function<DataFile, Idx> source) {
    return new Mnist(
        images(trainImages, trainLabels, source), images(testImages, testLabels, source));
  }

  private static ImageDataset images(
      DataFile imageFile, DataFile labelFile, Function<DataFile, Idx> source) {
    Idx images = source.apply(imageFile);
    Idx labels = source.apply(labelFile);
    requireKind(images, 3, imageFile);
    requireKind(labels, 1, labelFile);
    if (images.shape().dim(0) != labels.shape().dim(0)) {
      throw Problem.of(imageFile.name() + " and " + labelFile.name() + " do not belong together")
          .expected("a label for each image")
          .got("images of shape " + images.shape() + ", labels of shape " + labels.shape())
          .fix("take both files from the same data set")
          .see("mnist-files-shape")
          .asDataException();
    }
    requireDigits(labels.bytes(), labelFile);
    return ImageDataset.of(images.bytes(), images.shape().withoutFirst(), labels.bytes());
  }

  private static void requireKind(Idx idx, int rank, DataFile file) {
    if (idx.type() != Idx.Type.UBYTE || idx.shape().rank() != rank || idx.shape().size() == 0) {
      throw Problem.of(file.name() + " does not hold what its name says")
          .expected(
              rank == 3
                  ? "UBYTE (count, height, width), none of them 0"
                  : "UBYTE (count,), not empty")
          .got(idx.toString())
          .fix("check that no two files were swapped; Idx.read reads arrays of any kind")
          .see("mnist-files-shape")
          .asDataException();
    }
  }

  private static void requireDigits(byte[] labels, DataFile file) {
    for (int row = 0; row < labels.length; row++) {
      if ((labels[row] & 0xff) >= CLASSES) {
        throw Problem.of(file.name() + " holds a label that is no digit")
            .expected("labels from 0 to 9")
            .got("label " + (labels[row] & 0xff) + " in row " + row)
            .fix("for data of other classes use Idx.read and ImageDataset.of")
            .see("mnist-labels")
            .asDataException();
      }
    }
  }
}
