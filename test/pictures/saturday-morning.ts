// Loaded before the program (`node --import`): its clock begins on Saturday 21 November 2026, 09:58 in
// Sofia, so that a picture taken again shows the same morning.

const RealDate = Date;
const offset = RealDate.UTC(2026, 10, 21, 7, 58) - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [RealDate.now() + offset] : given) as [number]));
  }

  static override now(): number {
    return RealDate.now() + offset;
  }
} as DateConstructor;
