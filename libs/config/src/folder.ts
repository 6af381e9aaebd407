import { z } from 'zod';

export const folder = (of: string) => z.string().min(1).describe(`the folder of ${of}`);
