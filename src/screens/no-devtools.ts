// Stands in for react-devtools-core, which a terminal program does not ship.
export default {};
