/** As much of jstat as is used; it comes without types. */
declare module 'jstat' {
  const jstat: {
    /** @returns the regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
  };
  export default jstat;
}
