import { figureText, withParagraph } from './figure-text';

describe('a figure', () => {
  it('is an image whose title is its caption', () => {
    const figure = { id: '7', alternative: 'Two curves that cross', caption: 'Loss by epoch' };
    expect(figureText(figure)).toBe('![Two curves that cross](/files/figures/7 "Loss by epoch")');
    expect(figureText({ ...figure, caption: ' ' })).toBe('![Two curves that cross](/files/figures/7)');
  });

  it('says what was typed, whatever Markdown makes of such characters', () => {
    const figure = { id: '7', alternative: 'a[1]\nand b', caption: 'The "true" \\ rate' };
    expect(figureText(figure)).toBe(String.raw`![a\[1\] and b](/files/figures/7 "The \"true\" \\ rate")`);
  });

  it('stands in a paragraph of its own after the line that is being written, or at the end', () => {
    expect(withParagraph('One.\nTwo.', 2, 'F')).toBe('One.\n\nF\n\nTwo.');
    expect(withParagraph('One.\n', null, 'F')).toBe('One.\n\nF');
    expect(withParagraph('', 0, 'F')).toBe('F');
  });
});
