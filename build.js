console.log('build on', process.version);
