/** Nobody is there any more: the input or the output is closed (`left`), or Ctrl+C (`cancelled`). */
export class Ended extends Error {
  readonly how: 'left' | 'cancelled';

  constructor(how: 'left' | 'cancelled') {
    super(how);
    this.how = how;
  }
}
