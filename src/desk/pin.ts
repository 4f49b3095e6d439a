/**
 * PINs say whose decision something is. They are attribution, not secrecy: whoever can read the
 * record's file can change it without any PIN.
 */

export { type CheckedPin, checkPin, needsPin, type PinCheck } from './pin/check-pin.ts';
export {
  hashPin,
  PinsUnsupported,
  pinsSupported,
  readPinDigits,
  refusesPin,
} from './pin/hash-pin.ts';
