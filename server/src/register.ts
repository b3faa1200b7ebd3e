import type { Core } from '@strapi/types';
import { closeDoors } from './strapi';

export const register = ({ strapi }: { strapi: Core.Strapi }): void => closeDoors(strapi);
