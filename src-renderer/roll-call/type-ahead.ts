interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Letters as they are typed on any keyboard: Yılmaz is found by "yil", Müller by "mu" and "mü". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd');
}

function begins(name: string, typed: string): boolean {
  return folded(name)
    .split(' ')
    .some((part, index, parts) => part.startsWith(typed) || parts.slice(index).join(' ').startsWith(typed));
}

/**
 * The child the typed letters mean: the next one, from `from` on and around, whose given or family name
 * begins with them. Given names count first: that is how a teacher calls the class.
 * @returns the index, or null when nobody is called that
 */
export function findByLetters(children: readonly Named[], typed: string, from: number): number | null {
  const wanted = folded(typed);
  const order = children.map((_, step) => (from + step) % children.length);
  const byGiven = order.find((index) => begins(children[index]?.givenName ?? '', wanted));
  return byGiven ?? order.find((index) => begins(children[index]?.familyName ?? '', wanted)) ?? null;
}
