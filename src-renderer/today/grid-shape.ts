/** From this many classes on, a tile is one line. */
const DENSE_FROM = 25;
/** More columns than this and a row of one year says nothing any more. */
const MOST_COLUMNS = 6;

export interface GridShape {
  readonly dense: boolean;
  /** How many columns at most; fewer where the window is narrow. */
  readonly columns: number;
  /** Places in the list where a new year begins a new row. */
  readonly firstOfGrade: ReadonlySet<number>;
}

/** How classes are laid out: a row per year while that leaves no large holes, else one dense flow. */
export function gridShape(tiles: readonly { gradeLevel: number }[]): GridShape {
  const sizes = new Map<number, number>();
  for (const { gradeLevel } of tiles) sizes.set(gradeLevel, (sizes.get(gradeLevel) ?? 0) + 1);
  const widest = Math.max(1, ...sizes.values());
  const dense = tiles.length >= DENSE_FROM;
  const byGrade = !dense && widest > 1 && widest <= MOST_COLUMNS;
  const columns = dense ? 12 : byGrade ? widest : Math.min(3, Math.max(1, tiles.length));
  const firstOfGrade = new Set<number>();
  if (byGrade)
    for (const [index, tile] of tiles.entries())
      if (index > 0 && tiles[index - 1]?.gradeLevel !== tile.gradeLevel) firstOfGrade.add(index);
  return { dense, columns, firstOfGrade };
}
