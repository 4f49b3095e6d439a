import { existsSync } from 'node:fs';
import { inProject } from './project.ts';

/** 4,969 complaints to New York's 311 line, as published; not part of the project. */
export const nyc311 = inProject('../shared/data/nyc311_animals.csv');

/** Whether they are there; a test that needs them is left out where they are not. */
export const hasNyc311 = existsSync(nyc311);
