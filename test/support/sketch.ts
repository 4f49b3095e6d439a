/** A record as a script hands it in, with all that may be left out left out. All people are sample data. */
export const sketch = `customer: {name: Maria Petrova, phone: +359 88 123 4567, language: bg}
channel: phone
words: The kettle arrived in pieces.
restated: {text: Broken on arrival; she wants a new one., confirmed: true}
product: kettle
cause: delivery/damaged
wish: replacement
apology: {fault: ours, text: I am sorry. That was our packing.}
offers: [{remedy: replacement}, {remedy: refund, amount: 29.90 EUR}]
chosen: replacement
promises: [{what: new kettle by express, by: 2026-11-27}]
outcome: promised
thanked: true
`;
