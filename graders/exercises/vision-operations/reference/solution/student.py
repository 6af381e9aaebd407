"""Image operations with loops where loops are clearest, NumPy where it says the same in fewer words."""

import numpy as np


def convolve(image, kernel, stride, padding):
    x, k = np.pad(np.asarray(image, float), padding), np.asarray(kernel, float)
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)[::stride, ::stride]
    return np.einsum("rcij,ij->rc", windows, k)


def max_pool(image, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(image, float), (size, size))
    return windows[::stride, ::stride].max(axis=(2, 3))


def flip_with_boxes(image, boxes):
    width = len(image[0])
    flipped = [[width - x1, y0, width - x0, y1] for x0, y0, x1, y1 in boxes]
    return {"image": [list(reversed(row)) for row in image], "boxes": flipped}


def crop_with_boxes(image, boxes, left, top, width, height):
    kept = []
    for x0, y0, x1, y1 in boxes:
        box = [max(x0 - left, 0), max(y0 - top, 0), min(x1 - left, width), min(y1 - top, height)]
        w, h = box[2] - box[0], box[3] - box[1]
        if w > 0 and h > 0 and 2 * w * h >= (x1 - x0) * (y1 - y0):
            kept.append(box)
    return {"image": [row[left : left + width] for row in image[top : top + height]], "boxes": kept}


def iou(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
    return w * h / union if union else 0


def suppress(boxes, scores, threshold):
    kept = []
    for index in np.argsort(-np.asarray(scores), kind="stable"):
        if not any(iou(boxes[index], boxes[other]) > threshold for other in kept):
            kept.append(int(index))
    return kept


def normalize(train, images):
    x = np.asarray(train, float)
    return (np.asarray(images, float) - x.mean()) / (x.std() or 1)
