import { imagesMet } from './conditions.js';

const WORKERS = { light: 'l', scorer: 's', onnx: 'o', 'torch-cpu': 'c', 'torch-cuda': 'g' };
const GPU = { id: 'GPU-1', name: 'H100', memoryBytes: 1, driver: '550' };

describe('the images that a run met', () => {
  it('are those of its assignment, whatever else the worker has', () => {
    expect(imagesMet({ image: 'light' }, WORKERS)).toEqual({ light: 'l', scorer: 's' });
    const vision = { image: 'torch-cpu', images: ['onnx'] };
    expect(imagesMet(vision, WORKERS)).toEqual({ scorer: 's', onnx: 'o', 'torch-cpu': 'c' });
  });

  it('are the CUDA build too where devices were leased and the worker has it', () => {
    const assignment = { image: 'torch-cpu' };
    expect(imagesMet(assignment, WORKERS, [GPU])).toMatchObject({ 'torch-cuda': 'g' });
    expect(imagesMet({ image: 'light' }, WORKERS, [GPU])).not.toHaveProperty('torch-cuda');
    const { 'torch-cuda': _cuda, ...without } = WORKERS;
    expect(imagesMet(assignment, without, [GPU])).not.toHaveProperty('torch-cuda');
  });
});
