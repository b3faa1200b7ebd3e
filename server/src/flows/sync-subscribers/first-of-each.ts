/** Of items with the same key the first, in the order they came. */
export function firstOfEach<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Item[] {
  const seen = new Set<string | undefined>();
  return items.filter((item) => {
    const isFirst = !seen.has(keyOf(item));
    seen.add(keyOf(item));
    return isFirst;
  });
}
