// Models that TF.js itself built and saved, with inputs and outputs; made with @tensorflow/tfjs 4.22.0:
//   npm install @tensorflow/tfjs@4.22.0 && node make_tfjs.mjs
// A Sequential without an InputLayer and a functional chain; the weights of the second in two shards.
import { mkdirSync, writeFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";

await tf.setBackend("cpu");

function numbers(size, seed) {
  const values = new Float32Array(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    values[i] = (state / 2147483648 - 0.5) * 0.8;
  }
  return values;
}

function npy(file, tensor) {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${tensor.shape.join(", ")}), }`;
  const header = text.padEnd(Math.ceil((10 + text.length + 1) / 64) * 64 - 11) + "\n";
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
  writeFileSync(file, Buffer.concat([start, Buffer.from(header, "latin1"), Buffer.from(tensor.dataSync().buffer)]));
}

async function save(model, name, shards) {
  model.setWeights(model.getWeights().map((w, i) => tf.tensor(numbers(w.size, 100 + i), w.shape)));
  mkdirSync(name, { recursive: true });
  await model.save({
    async save(artifacts) {
      const bytes = Buffer.from(artifacts.weightData);
      const size = Math.ceil(bytes.length / shards);
      const paths = [];
      for (let i = 0; i < shards; i++) {
        paths.push(`group1-shard${i + 1}of${shards}${shards > 1 ? ".bin" : ""}`);
        writeFileSync(`${name}/${paths[i]}`, bytes.subarray(i * size, (i + 1) * size));
      }
      const { modelTopology, format, generatedBy, convertedBy, weightSpecs } = artifacts;
      const weightsManifest = [{ paths, weights: weightSpecs }];
      writeFileSync(`${name}/model.json`, JSON.stringify({ modelTopology, format, generatedBy, convertedBy, weightsManifest }));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
    },
  });
  const x = tf.tensor(numbers(5 * 144, 7), [5, 12, 12, 1]);
  npy(`${name}/x.npy`, x);
  npy(`${name}/y.npy`, model.predict(x));
}

const sequential = tf.sequential();
sequential.add(tf.layers.conv2d({ inputShape: [12, 12, 1], filters: 3, kernelSize: 3, strides: 2, padding: "same", activation: "relu" }));
sequential.add(tf.layers.averagePooling2d({ poolSize: 2, strides: 1, padding: "same" }));
sequential.add(tf.layers.flatten());
sequential.add(tf.layers.dropout({ rate: 0.5 }));
sequential.add(tf.layers.dense({ units: 6, activation: "tanh", kernelInitializer: "heNormal" }));
sequential.add(tf.layers.dense({ units: 4, useBias: false }));
sequential.add(tf.layers.activation({ activation: "softmax" }));
await save(sequential, "sequential", 1);

const input = tf.input({ shape: [12, 12, 1] });
let value = tf.layers.conv2d({ filters: 2, kernelSize: [3, 2], activation: "sigmoid" }).apply(input);
value = tf.layers.maxPooling2d({ poolSize: 2 }).apply(value);
value = tf.layers.flatten().apply(value);
value = tf.layers.dense({ units: 3 }).apply(value);
await save(tf.model({ inputs: input, outputs: value }), "functional", 2);
