// Builds what people run: one file with the commands for scripts, chunks for everything that is
// loaded on demand, and the playbooks checked and compiled. All but better-sqlite3 (a native addon) is
// in them, so that what was tested is what is installed, and a command loads only what it needs.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = import.meta.dirname;
const dist = join(root, 'dist');
/** Built beside it and put in its place at the end: whoever runs the program meanwhile sees one or the other. */
const fresh = join(root, '.tmp', `dist-${process.pid}`);

/**
 * jq-wasm hands its input over byte by byte, and copies all that is left (or all that was said so
 * far) for each of them: 300 kB take half a minute. Views instead of copies make it linear.
 */
const swiftJq = {
  name: 'swift-jq',
  setup({ onLoad }) {
    onLoad({ filter: /jq-wasm[/\\]dist[/\\]build[/\\]jq\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const swift = text
        .replace('stdinBuffer = stdinBuffer.slice(1)', 'stdinBuffer = stdinBuffer.subarray(1)')
        .replaceAll(
          /const tmp = new Uint8Array\((std\w+Buffer)\.length \+ 1\);\s*tmp\.set\(\1, 0\);\s*tmp\[tmp\.length - 1\] = charCode;\s*\1 = tmp;/g,
          '$1 = __appended($1, charCode);',
        );
      // Another version may not need this, or need another cure: say so instead of going slow.
      if (swift.split('__appended').length !== 3) throw new Error(`${path} is not as it was`);
      return { contents: `${appended}\n${swift}`, loader: 'js' };
    });
  },
};

/** A view one byte longer on the same memory, which doubles when it is full. */
const appended = `function __appended(bytes, byte) {
  const { length } = bytes;
  let room = bytes.buffer;
  if (length === room.byteLength) {
    room = new ArrayBuffer(Math.max(1024, length * 2));
    new Uint8Array(room).set(bytes);
  }
  const longer = new Uint8Array(room, 0, length + 1);
  longer[length] = byte;
  return longer;
}`;

/**
 * Commander loads node:child_process for commands that are programs of their own. There are none
 * here, and every start would wait milliseconds for it.
 */
const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[/\\]commander[/\\]/.test(importer) ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
  },
};

/** What is used of `node:util` when it is called, by us and by the packages in the bundle. */
const utilNames = ['inspect', 'isDeepStrictEqual', 'stripVTControlCharacters', 'types'];

/** What better-sqlite3 uses at once, for copies of the record. */
const promisify = `promisify: (work) => (...given) =>
  new Promise((done, fail) => {
    work(...given, (error, value) => (error ? fail(error) : done(value)));
  })`;

/**
 * Node reads every property of a module of its own before it hands it out. That of `process` would
 * open standard input, and that of `util` standard error, which most commands never need.
 */
function builtin(path) {
  if (path === 'process') return 'module.exports = process;';
  const whole = `process.getBuiltinModule('node:${path}')`;
  if (path !== 'util') return `module.exports = ${whole};`;
  const late = utilNames.map((name) => `get ${name}() { return ${whole}.${name}; }`);
  return `module.exports = { ${promisify}, ${late.join(', ')} };`;
}

/** The addon itself stays where npm put it; the dozen small files around it are in the bundle. */
const findAddon = `
  const { dirname, join } = require('path');
  const name = 'better-sqlite3';
  module.exports = require(join(dirname(require.resolve(name)), 'binding.js'));
`;

/**
 * Node's own modules, taken without the ES module loader: an `import` of one reads every one of its
 * exports, which starts parts of Node that nobody uses (streams, for one). The addon's JavaScript is
 * bundled, since finding and opening each file takes a millisecond.
 */
const outsideTheLoader = {
  name: 'outside-the-loader',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z]+)?$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return builtinModules.includes(name) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: builtin(path),
    }));
    onLoad({ filter: /better-sqlite3[/\\]lib[/\\]binding\.js$/ }, () => ({ contents: findAddon }));
  },
};

/**
 * Ink measures with our string-width, which loads the real one only for texts that need it. (An ES
 * module that is required is run at its first use.)
 */
const oneStringWidth = {
  name: 'one-string-width',
  setup({ onResolve, onLoad, resolve }) {
    const ours = join(root, 'src', 'terminal', 'string-width.ts');
    onResolve(
      { filter: /^string-width$/ },
      ({ path, importer, namespace, kind, resolveDir, pluginData }) => {
        if (pluginData === 'real') return undefined;
        if (namespace === 'late') return resolve(path, { kind, resolveDir, pluginData: 'real' });
        return importer === ours
          ? { path, namespace: 'late', pluginData: resolveDir }
          : { path: ours };
      },
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData: resolveDir }) => ({
      // The function itself: to an ES module, a CommonJS one is its default export as a whole.
      contents: `module.exports = (...given) => require('${path}').default(...given);`,
      resolveDir,
    }));
  },
};

/** Grammar is loaded with the first message that has any: most have none. */
const lateGrammar = {
  name: 'late-grammar',
  setup({ onResolve, onLoad, resolve }) {
    onResolve(
      { filter: /^intl-messageformat$/ },
      ({ path, kind, namespace, resolveDir, pluginData }) => {
        if (pluginData === 'real') return undefined;
        if (namespace === 'grammar') return resolve(path, { kind, resolveDir, pluginData: 'real' });
        return { path, namespace: 'grammar', pluginData: resolveDir };
      },
    );
    onLoad({ filter: /.*/, namespace: 'grammar' }, ({ path, pluginData: resolveDir }) => ({
      contents: `exports.IntlMessageFormat = function (...given) {
        return new (require('${path}').IntlMessageFormat)(...given);
      };`,
      resolveDir,
    }));
  },
};

/** Options of all bundles. CommonJS packages in an ES module bundle need `require` and its folder. */
const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  // Ink loads its devtools bridge at start; the package is not installed, and nobody needs it here.
  alias: { 'react-devtools-core': join(root, 'src', 'screens', 'no-devtools.ts') },
  define: {
    'process.env.NODE_ENV': '"production"',
    // Yoga would fetch its own bytes from a data URL, which loads Node's HTTP client (40 ms). There is
    // nothing to fetch in a program that talks to nobody.
    fetch: 'undefined',
  },
  banner: {
    js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);const __dirname=import.meta.dirname;",
  },
  plugins: [swiftJq, noChildProcess, outsideTheLoader, oneStringWidth, lateGrammar],
  logLevel: 'warning',
};

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });

/** Commands for scripts, with the record they read. */
const forScripts =
  /[/\\]src[/\\]cli[/\\](?:list|search|show|log|today|why-due|export|verify|completion)\.ts$/;

/** What is loaded only when it is needed: its place in the sources, by the name of its file in dist. */
const apart = new Map();

/** Makes a source a file of its own in dist. @returns the file's name without its ending */
function setApart(file) {
  const name = relative(join(root, 'src'), file)
    .replace(/\.tsx?$/, '')
    .replaceAll(/[/\\]/g, '-');
  apart.set(name, file);
  return name;
}

/** Keeps everything that is imported on demand out of a bundle, but for the commands for scripts. */
const onDemand = {
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
      const file = join(resolveDir, path);
      if (kind !== 'dynamic-import' || forScripts.test(file)) return undefined;
      return { path: `./${setApart(file)}.js`, external: true };
    });
  },
};

// A script waits for every file that Node has to find and open (two milliseconds each), so that
// what scripts run is one file.
await build({
  ...shared,
  absWorkingDir: root,
  plugins: [onDemand, ...shared.plugins],
  entryPoints: { main: 'src/cli/main.ts', 'cli-run': 'src/cli/run.ts' },
  outdir: fresh,
  minify: true,
});
apart.delete('cli-run');

/** What every conversation on the full screen needs before its first frame. */
const holding = 'cli-hold';
const beforeFirstFrame = /^chalk$|run-screens\.ts$|[/]when\.ts$|temporal-polyfill$|open-store\.ts$/;

/**
 * In a conversation's file nothing of that is on demand: what is loaded on demand from the same file
 * lies in functions, which take twice as long to be read.
 */
const atOnce = {
  name: 'at-once',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\](?:cli|desk)[/\\].*\.ts$/ }, async ({ path }) => {
      const imports = [];
      const text = (await readFile(path, 'utf8')).replaceAll(
        /\bawait import\('([^']+)'\)/g,
        (whole, of) => {
          if (!beforeFirstFrame.test(of)) return whole;
          imports.push(of);
          return `atOnce${imports.length - 1}`;
        },
      );
      const lines = imports.map((of, n) => `import * as atOnce${n} from '${of}';`);
      return { contents: [...lines, text].join('\n'), loader: 'ts' };
    });
  },
};

/** A package that is only ever loaded on demand, and is a file of its own. */
const onDemandPackages = new Map([['libphonenumber-js/min', 'phone-numbers']]);

/** Keeps out of a conversation's file what most conversations never need. */
const seldomNeeded = {
  name: 'seldom-needed',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
      const file = join(resolveDir, path);
      if (kind !== 'dynamic-import') return undefined;
      return { path: `./${setApart(file)}.js`, external: true };
    });
    onResolve({ filter: /^libphonenumber-js/ }, ({ path, kind }) => {
      const name = kind === 'dynamic-import' ? onDemandPackages.get(path) : undefined;
      return name === undefined ? undefined : { path: `./${name}.js`, external: true };
    });
  },
};

// Somebody with a customer on the line waits for the first frame: what it needs is one file too.
await build({
  ...shared,
  absWorkingDir: root,
  plugins: [atOnce, seldomNeeded, ...shared.plugins],
  entryPoints: { [holding]: apart.get(holding) },
  outdir: fresh,
  minify: true,
});
apart.delete(holding);

// A long export starts it as a thread, by its name (see read-beside.ts).
setApart(join(root, 'src', 'store', 'exports', 'reading-thread.ts'));
// So does the import of a long file.
setApart(join(root, 'src', 'desk', 'import', 'reading-thread.ts'));

/** The conversation's file is loaded as that, from wherever it is asked for. */
const conversationApart = {
  name: 'conversation-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[/\\]hold\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${holding}.js`, external: true } : undefined,
    );
  },
};
await build({
  ...shared,
  absWorkingDir: root,
  plugins: [conversationApart, ...shared.plugins],
  entryPoints: {
    ...Object.fromEntries(apart),
    ...Object.fromEntries([...onDemandPackages].map(([path, name]) => [name, path])),
  },
  outdir: fresh,
  splitting: true,
  minify: true,
  chunkNames: '[name]-[hash]',
});

await writeManual();
await compilePlaybooks();
if (!process.exitCode) putInPlace();

/** The pages of the manual are made of the commands themselves, so that no option is ever missing. */
async function writeManual() {
  const writer = join(fresh, 'write-manual.js');
  await build({
    ...shared,
    entryPoints: [join(root, 'src/cli/man/man-pages.ts')],
    outfile: writer,
  });
  const { manPages } = await import(pathToFileURL(writer).href);
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000);
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  mkdirSync(join(fresh, 'man'));
  for (const { file, text } of await manPages(day)) writeFileSync(join(fresh, 'man', file), text);
  rmSync(writer);
}

/** A shipped playbook with a fault stops the build: nobody should meet it with a customer on the line. */
async function compilePlaybooks() {
  const compiler = join(fresh, 'compile-playbooks.js');
  await build({
    ...shared,
    entryPoints: [join(root, 'src/playbook/compile.ts')],
    outfile: compiler,
  });
  const { compilePacks } = await import(pathToFileURL(compiler).href);
  const broken = compilePacks(join(root, 'data', 'playbooks'), join(fresh, 'playbooks'));
  for (const { pack, faults } of broken) console.error(pack, faults);
  if (broken.length > 0) process.exitCode = 1;
  rmSync(compiler);
}

function putInPlace() {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
