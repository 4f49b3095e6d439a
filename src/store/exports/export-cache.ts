/** Pages of the file that each reader of a long export keeps in memory, in kibibytes. */
export const exportCache = 8000;
