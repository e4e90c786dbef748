// Opens a model that Mnist4J wrote with TF.js, and compares its outputs with Java's:
//   node check.mjs FOLDER X.npy Y.npy [--tolerance 1e-4] [--argmax-at-least 100]
// Ends with 1 if they differ by more.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import * as tf from "@tensorflow/tfjs";
import { readNpy } from "./npy.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tolerance: { type: "string", default: "1e-4" },
    "argmax-at-least": { type: "string", default: "100" },
  },
});
const [folder, xFile, yFile] = positionals;

// TF.js in Node has no loader for files without its native addon: this is one.
const files = {
  async load() {
    const json = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
    const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
    const shards = json.weightsManifest.flatMap((group) => group.paths).map((path) => readFileSync(join(folder, path)));
    const bytes = Buffer.concat(shards);
    return {
      modelTopology: json.modelTopology,
      weightSpecs,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    };
  },
};

await tf.setBackend("cpu");
const model = await tf.loadLayersModel(files);
const x = readNpy(xFile);
const y = readNpy(yFile);
const output = await model.predict(tf.tensor(x.data, x.shape)).data();
const [samples, classes] = y.shape;
const argmax = (row) => row.indexOf(Math.max(...row));
let worst = 0;
let same = 0;
let largest = 0;
for (let i = 0; i < samples; i++) {
  const there = Array.from(output.slice(i * classes, (i + 1) * classes));
  const here = Array.from(y.data.slice(i * classes, (i + 1) * classes));
  there.forEach((value, j) => (worst = Math.max(worst, Math.abs(value - here[j]))));
  here.forEach((value) => (largest = Math.max(largest, Math.abs(value))));
  same += argmax(there) === argmax(here) ? 1 : 0;
}
const good =
  output.length === y.data.length &&
  worst <= Number(options.tolerance) &&
  same * 100 >= Number(options["argmax-at-least"]) * samples;
const name = `${basename(folder)}/model.json in TF.js ${tf.version.tfjs}`.padEnd(36);
console.log(`${name} max |d| ${worst.toExponential(1)} (${(worst / largest).toExponential(1)} relative), argmax ${same}/${samples}${good ? "" : "  FAILED"}`);
process.exit(good ? 0 : 1);
