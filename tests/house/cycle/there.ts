import { here } from './here';

export const there = (): string => here();
