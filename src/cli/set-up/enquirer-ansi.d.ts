declare module 'enquirer/lib/ansi.js' {
  const ansi: { cursor: { strLen: (text: string) => number } };
  export default ansi;
}
