/** A binary heap whose items may move: the least item in O(1), every change in O(log n). Each item is in it once. */
export class Heap<T> {
  private readonly items: T[] = [];
  private readonly places = new Map<T, number>();

  /** @param compare negative when `a` comes first. Call `put` for an item whose answer changed. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  get size(): number {
    return this.items.length;
  }

  first(): T | undefined {
    return this.items[0];
  }

  /** In no particular order. */
  values(): Iterable<T> {
    return this.items;
  }

  /** Adds an item, or moves it to where it belongs now. */
  put(item: T): void {
    let place = this.places.get(item);
    if (place === undefined) {
      place = this.items.length;
      this.items.push(item);
      this.places.set(item, place);
    }
    this.sink(this.rise(place));
  }

  /** Removing what is not there changes nothing. */
  delete(item: T): void {
    const place = this.places.get(item);
    if (place === undefined) return;
    const last = this.items.pop() as T;
    this.places.delete(item);
    if (last === item) return;
    this.set(place, last);
    this.sink(this.rise(place));
  }

  private rise(from: number): number {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.compare(this.at(place), this.at(parent)) >= 0) break;
      this.swap(place, parent);
      place = parent;
    }
    return place;
  }

  private sink(from: number): void {
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.items.length) return;
      const right = left + 1;
      const child =
        right < this.items.length && this.compare(this.at(right), this.at(left)) < 0 ? right : left;
      if (this.compare(this.at(child), this.at(place)) >= 0) return;
      this.swap(place, child);
      place = child;
    }
  }

  private at(place: number): T {
    return this.items[place] as T;
  }

  private set(place: number, item: T): void {
    this.items[place] = item;
    this.places.set(item, place);
  }

  private swap(a: number, b: number): void {
    const held = this.at(a);
    this.set(a, this.at(b));
    this.set(b, held);
  }
}
