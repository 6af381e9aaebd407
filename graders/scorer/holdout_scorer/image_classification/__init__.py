"""Template for images with one class each: a small ONNX model, judged on clean and on corrupted images."""
