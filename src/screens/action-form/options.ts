export { optionsOf } from '../../desk/actions/options.ts';
