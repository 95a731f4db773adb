import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { projectRoot } from '../../../config/project.ts';
import { withLab } from '../harness/lab.ts';
import type { Emit } from '../result.ts';
import { benchResult, rounded } from '../result.ts';
import { firstLoadFiles, gzippedKb, type Manifest } from './first-load.ts';

const FLOOR_SOURCE = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.body).render(createElement('p', null, 'Heute'));
`;

/**
 * What the window loads before it shows anything, in kB of gzip, built anew from the sources. The floor is a
 * page of React and React DOM alone, built the same way. A size does not vary: one run says it all.
 */
export async function benchBundle(emit: Emit): Promise<void> {
  await withLab(async (lab) => {
    const window = await built(lab.fresh('window'), {
      configFile: join(projectRoot, 'config/vite.renderer.ts'),
    });
    const floorRoot = lab.fresh('floor');
    mkdirSync(floorRoot);
    writeFileSync(join(floorRoot, 'index.html'), '<script type="module" src="./main.js"></script>');
    writeFileSync(join(floorRoot, 'main.js'), FLOOR_SOURCE);
    const floor = await built(lab.fresh('react'), {
      configFile: false,
      root: floorRoot,
      ...fromProject(),
    });
    emit(
      benchResult('bundle.firstLoad', 'kB', [window.kb], [floor.kb], {
        files: window.files,
        ...window.parts,
      }),
    );
  });
}

/** The floor's page lies elsewhere; React is taken from the project. */
function fromProject(): InlineConfig {
  const modules = join(projectRoot, 'node_modules');
  return {
    resolve: {
      alias: { 'react-dom/client': join(modules, 'react-dom/client.js'), react: join(modules, 'react') },
    },
  };
}

async function built(outDir: string, config: InlineConfig) {
  await build({
    ...config,
    mode: 'production',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, manifest: true, target: 'chrome130', reportCompressedSize: false },
  });
  // Vite wrote it a moment ago.
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
  const files = firstLoadFiles(manifest);
  const sized = (ending: string) =>
    rounded(
      gzippedKb(
        outDir,
        files.filter((file) => file.endsWith(ending)),
      ),
    );
  return {
    kb: gzippedKb(outDir, files),
    files: files.length,
    parts: { scriptsKb: sized('.js'), stylesKb: sized('.css') },
  };
}
