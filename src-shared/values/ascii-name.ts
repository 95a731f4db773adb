const special: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  ø: 'oe',
};

/**
 * Lower-case ASCII for user names, mail addresses and short names: `Yıldız` → `yildiz`, `Müller-Özkan` →
 * `mueller-oezkan`. Empty where nothing of a name can be written so.
 */
export function asciiName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßıłđæø]/g, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-|-$/g, '');
}
