import type { Core } from '@strapi/types';
import { openApiDocument } from '../../contracts/openapi';
import { PLUGIN_ID } from '../../names';
import type { KoaAction } from '../controllers/act';
import { entranceOf } from '../house';

export const readOpenApi =
  (strapi: Core.Strapi): KoaAction =>
  async (ctx) => {
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    ctx.status = 200;
    ctx.body = openApiDocument(`${prefix}/${PLUGIN_ID}`, entranceOf(strapi).version);
  };
