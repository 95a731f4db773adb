/** Invented names with the letters that go wrong, by the smallest encoding that can write them. */
export const asciiNames = {
  given: ['Anna', 'Ben', 'Lena', 'Lea', 'Mia Sophie', 'Jan-Ole', "D'Angelo", 'Ole', 'Hans Peter', 'Tim'],
  family: [
    'Schulz',
    'Meyer',
    'Meyer-Schmidt',
    'von der Heide',
    "O'Neil",
    'Brandt',
    'Wisniewska',
    'Hoffmann',
    'Koch',
    'Adler',
  ],
} as const;

/** Windows-1252, ISO-8859-15 and everything larger. */
export const westernNames = {
  given: [...asciiNames.given, 'Jürgen', 'Zoë', 'René', 'Søren', 'Íñigo', 'Ömer', 'Désirée', 'Märta'],
  family: [
    ...asciiNames.family,
    'Müller',
    'Groß',
    'Bäcker',
    'Königsmann',
    'Šebek',
    'Žigon',
    'Groß-Löwe',
    'Åkesson',
    'Çelik',
  ],
} as const;

/** Unicode only. */
export const worldNames = {
  given: [...westernNames.given, 'Işıl', 'Đorđe', 'Łukasz', 'Ngọc Ánh', 'Ștefan', 'Žofie'],
  family: [
    ...westernNames.family,
    'Yılmaz',
    'Đorđević',
    'Öztürk-Şahin',
    'Kovačević',
    'Nguyễn',
    'Грищенко',
    'Dvořák',
  ],
} as const;

export const streets = [
  'Hauptstr. 1',
  'Am Ring 12a',
  'Lange Straße 7; Hinterhaus',
  'Zum "Alten Hof" 3',
  'Moorweg 4, links',
] as const;
