import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Program } from '../support/processes/program.ts';
import { Stage } from '../support/processes/stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
afterEach(() => stage.end());

/** Two children as IServ writes them, in Windows-1252. */
const LIST =
  'Import-ID;Vorname;Nachname;Klasse\r\n900001;J\xfcrgen;M\xfcller-Yilmaz;2b\r\n900002;Zo\xeb;Gro\xdf;3a\r\n';

function listFile(): string {
  const file = join(stage.folder, 'iserv.csv');
  writeFileSync(file, Buffer.from(LIST, 'latin1'));
  return file;
}

async function runImport(
  ...args: string[]
): Promise<{ status: number | string; output: string; json: unknown }> {
  const program = new Program(['src-main/core/roster/import-cli.ts', ...args]);
  const status = await program.ended();
  const last = program.lines.findLast((line) => line.startsWith('{'));
  return { status, output: program.output, json: last === undefined ? undefined : JSON.parse(last) };
}

describe('npm run import, against a real server', () => {
  it('previews, applies, and finds nothing to do the second time', async () => {
    const server = await stage.server();
    const call = [
      listFile(),
      '--server',
      server.url,
      '--user',
      'yildiz',
      '--password-file',
      stage.passwordFile,
      '--json',
    ];
    const previewed = await runImport(...call);
    expect(previewed).toMatchObject({
      status: 0,
      json: {
        applied: null,
        preview: { newStudents: [{ familyName: 'Müller-Yilmaz' }, { familyName: 'Groß' }] },
      },
    });
    expect(await runImport(...call, '--apply')).toMatchObject({ status: 0, json: { applied: { steps: 2 } } });
    const again = await runImport(...call, '--apply');
    expect(again).toMatchObject({
      status: 0,
      json: { applied: { steps: 0 }, preview: { newStudents: [], unchanged: { students: 2 } } },
    });
  });

  it('refuses a teacher in one sentence', async () => {
    const server = await stage.server();
    const refused = await runImport(
      listFile(),
      '--server',
      server.url,
      '--user',
      'petersen',
      '--password-file',
      stage.passwordFile,
      '--apply',
    );
    expect(refused.status).toBe(1);
    expect(refused.output).toContain('Listen einlesen dürfen nur Sekretariat und Schulleitung.');
  });

  it('says that no server answers', async () => {
    const away = await runImport(
      listFile(),
      '--server',
      'http://127.0.0.1:9',
      '--user',
      'yildiz',
      '--password-file',
      stage.passwordFile,
    );
    expect(away.status).toBe(1);
    expect(away.output).toContain('antwortet nicht');
    expect(away.output).not.toContain('    at ');
  });
});
