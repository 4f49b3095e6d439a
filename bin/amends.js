#!/usr/bin/env node
// Looks at the Node version before anything else: on an old one the native addon would crash
// without a word. Written so that any Node since 12 can read it.

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `amends needs Node.js 22.14 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org, then start amends again.\n`,
  );
  process.exitCode = 1;
} else {
  // React's development build is four times slower to start.
  process.env.NODE_ENV = 'production';
  import('../dist/main.js');
}
