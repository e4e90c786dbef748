// NumPy's .npy of version 1, float32, row-major.
import { readFileSync } from "node:fs";

export function readNpy(file) {
  const bytes = readFileSync(file);
  const start = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString("latin1", 10, start);
  const found = /'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\)/.exec(header);
  if (bytes.toString("latin1", 1, 6) !== "NUMPY" || !found) {
    throw new Error(`${file} is no .npy of float32: ${header}`);
  }
  const shape = found[1].split(",").map((s) => s.trim()).filter((s) => s).map(Number);
  const size = shape.reduce((product, dim) => product * dim, 1);
  if (bytes.length - start !== 4 * size) {
    throw new Error(`${file} has ${bytes.length - start} bytes for ${shape}`);
  }
  return { shape, data: new Float32Array(bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length)) };
}
