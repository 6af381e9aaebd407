import { badgeImage } from './badge-image.js';

describe('the picture of an achievement', () => {
  it('breaks a long title and lets no markup through', () => {
    const image = badgeImage({
      title: 'End-to-end <script>alert(1)</script> pipelines & more',
      issuer: 'A"B',
    });
    expect(image).not.toContain('<script');
    expect(image).toContain('&lt;script&gt;');
    expect(image.match(/class="t"/g)?.length).toBeGreaterThan(1);
  });
});
