/** Maps a value to a place between 4 % and 96 %, better always to the right. */
export function scaleOf(values: readonly number[], direction: 'HIGHER' | 'LOWER'): (value: number) => string {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return `${(4 + 92 * (direction === 'HIGHER' ? share : 1 - share)).toFixed(2)}%`;
  };
}
