const VARIABLE = /var\((--[\w-]+)\)/g;

/** The drawing as a file of its own: with the colours of the present theme, since the page's variables stay behind. */
export function pictureOf(svg: SVGElement): string {
  const look = getComputedStyle(svg);
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.style.background = look.getPropertyValue('--surface');
  copy.style.fontFamily = look.fontFamily;
  return copy.outerHTML.replace(VARIABLE, (_, name: string) =>
    look.getPropertyValue(name).replaceAll('"', "'"),
  );
}
