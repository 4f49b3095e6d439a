// Builds what people run: one bundle with a chunk for each command, and the playbooks checked and
// compiled. Everything but better-sqlite3 (a native addon) is in the bundle, so that what was tested
// is what is installed, and a command for scripts loads only what it needs.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = import.meta.dirname;
const dist = join(root, 'dist');

/** Options of both bundles. CommonJS packages in an ES module bundle need a `require` of their own. */
const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  external: ['better-sqlite3'],
  // Ink loads its devtools bridge at start; the package is not installed, and nobody needs it here.
  alias: { 'react-devtools-core': join(root, 'src', 'screens', 'no-devtools.ts') },
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({
  ...shared,
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: dist,
  splitting: true,
  minify: true,
  keepNames: true,
  chunkNames: '[name]-[hash]',
});

await compilePlaybooks();

/** A shipped playbook with a fault stops the build: nobody should meet it with a customer on the line. */
async function compilePlaybooks() {
  const compiler = join(dist, 'compile-playbooks.js');
  await build({ ...shared, entryPoints: [join(root, 'src/playbook/compile.ts')], outfile: compiler });
  const { compilePacks } = await import(pathToFileURL(compiler).href);
  const broken = compilePacks(join(root, 'data', 'playbooks'), join(dist, 'playbooks'));
  for (const { pack, faults } of broken) console.error(pack, faults);
  if (broken.length > 0) process.exitCode = 1;
  rmSync(compiler);
}
