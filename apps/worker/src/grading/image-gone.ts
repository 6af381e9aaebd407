/** An image that the original used is neither on this engine nor in its archive, so the run cannot be reproduced here. */
export class ImageGoneError extends Error {
  override readonly name = 'ImageGoneError';
  constructor(readonly missing: { name: string; id: string }[]) {
    const named = missing.map(({ name, id }) => `${name} (${id})`).join(' and ');
    super(
      `The image ${named} in which this run was graded is gone from the machine that was to reproduce it, so nothing was ` +
        'compared. Whoever runs this deployment can bring it back from a copy ("docker load", or IMAGE_ARCHIVE_DIR).',
    );
  }
}
