import io.github.mnist4j.*
import io.github.mnist4j.augmentations.*
import io.github.mnist4j.callbacks.*
import io.github.mnist4j.data.*
import io.github.mnist4j.datasets.*
import io.github.mnist4j.layers.*
import io.github.mnist4j.losses.*
import io.github.mnist4j.metrics.*
import io.github.mnist4j.nd4j.*
import io.github.mnist4j.optimizers.*
import io.github.mnist4j.plot.*
import io.github.mnist4j.tensor.*
import java.nio.file.*
import static io.github.mnist4j.FitOptions.*
import static io.github.mnist4j.augmentations.Augmentations.*
import static io.github.mnist4j.callbacks.Callbacks.*
import static io.github.mnist4j.layers.Activation.*
import static io.github.mnist4j.layers.Initializers.*
import static io.github.mnist4j.layers.Layers.*
import static io.github.mnist4j.layers.Padding.*
import static io.github.mnist4j.losses.Losses.*
import static io.github.mnist4j.metrics.Metrics.*
import static io.github.mnist4j.optimizers.Optimizers.*
import static io.github.mnist4j.optimizers.Schedules.*
