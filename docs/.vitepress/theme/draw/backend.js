// TF.js' backend in plain JavaScript, with the operations that the page's network needs and no others: half of its size.
import { registerKernel } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu/dist/base'
import { _fusedMatMulConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/_FusedMatMul'
import { addConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add'
import { castConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast'
import { conv2DConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Conv2D'
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FusedConv2D'
import { identityConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity'
import { maxPoolConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/MaxPool'
import { reluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu'
import { reshapeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape'
import { sliceConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Slice'
import { softmaxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softmax'

for (const kernel of [
  _fusedMatMulConfig, addConfig, castConfig, conv2DConfig, fusedConv2DConfig, identityConfig, maxPoolConfig, reluConfig, reshapeConfig,
  sliceConfig, softmaxConfig
]) {
  registerKernel(kernel)
}
