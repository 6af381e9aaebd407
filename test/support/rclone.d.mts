/** Path of the program, fetched when it is not there yet. */
export function needRclone(): Promise<string>;
