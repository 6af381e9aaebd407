import { GraderFaultError } from './faults.js';
import { requiredImage, requireImages } from './required-image.js';

const images = { light: 'sha256:1', scorer: 'sha256:2', 'torch-cpu': 'sha256:3' };

describe('the images an assignment asks for', () => {
  it('are found by name', () => {
    expect(requiredImage(images, 'torch-cpu')).toBe('sha256:3');
    expect(() => requireImages(images, { image: 'light' })).not.toThrow();
    expect(() => requireImages(images, { image: 'torch-cpu', images: ['light'] })).not.toThrow();
  });

  it('are all looked for, and a missing one is named with what builds it', () => {
    const attempt = (): void => requireImages(images, { image: 'torch-cpu', images: ['light', 'onnx'] });
    expect(attempt).toThrow(GraderFaultError);
    expect(attempt).toThrow(/no "onnx" image.*images\.mjs onnx.*IMAGE_ONNX/);
    expect(() => requireImages({ scorer: 'sha256:2' }, { image: 'torch-cpu' })).toThrow(/IMAGE_TORCH_CPU/);
  });
});
