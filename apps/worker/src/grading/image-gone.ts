/** What a run was graded in is on this engine and in its archive no more, so it cannot be repeated here. */
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
