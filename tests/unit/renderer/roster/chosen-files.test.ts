import { describe, expect, it } from 'vitest';
import { MOST_FILES, readChosenFiles } from '../../../../src-renderer/roster/chosen-files.ts';
import { previewRoster } from '../../../../src-shared/roster/contract.ts';

const MEGABYTE = 1024 * 1024;

describe('files that were chosen', () => {
  it('reach the core byte for byte, also beyond what one call could carry', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 256);
    const { files, problems } = await readChosenFiles([new File([bytes], 'kinder.csv')]);
    expect(problems).toEqual([]);
    expect(Buffer.from(files[0]?.data ?? '', 'base64').equals(Buffer.from(bytes))).toBe(true);
    expect(previewRoster.args.safeParse({ files }).success).toBe(true);
  });

  it('an empty one is read too: the core says what is wrong with it', async () => {
    const { files } = await readChosenFiles([new File([], 'leer.csv')]);
    expect(files).toEqual([{ name: 'leer.csv', data: '' }]);
  });

  it('one that is too large is named with its size, the others go on', async () => {
    const film = new File([new Uint8Array(41 * MEGABYTE)], 'film.mp4');
    const { files, problems } = await readChosenFiles([film, new File(['a;b'], 'kinder.csv')]);
    expect(files.map(({ name }) => name)).toEqual(['kinder.csv']);
    expect(problems).toMatchObject([
      { code: 'fileTooLarge', file: 'film.mp4', params: { megabytes: 41, limit: 40 } },
    ]);
  });

  it('one that can’t be read, such as a folder, is named and does no harm', async () => {
    const folder = new File(['x'], 'Ordner');
    Object.defineProperty(folder, 'arrayBuffer', { value: () => Promise.reject(new Error('a folder')) });
    const { files, problems } = await readChosenFiles([folder, new File(['a'], 'a.csv')]);
    expect(files).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'fileIsBinary', file: 'Ordner' }]);
  });

  it('more than the core takes at once are not sent', async () => {
    const many = Array.from({ length: MOST_FILES + 3 }, (_, index) => new File(['a'], `${index}.csv`));
    const { files } = await readChosenFiles(many);
    expect(files).toHaveLength(MOST_FILES);
  });
});
