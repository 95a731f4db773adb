/** Media types of the files we export, by ending. */
export const mediaTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  dat: 'text/plain;charset=windows-1252',
  zip: 'application/zip',
} as const;
