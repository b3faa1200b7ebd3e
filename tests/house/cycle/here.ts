import { there } from './there';

export const here = (): string => there();
