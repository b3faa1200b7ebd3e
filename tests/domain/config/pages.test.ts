import { readConfig } from '../../../server/src/config/validate';
import { OUR_THEME } from '../../../server/src/domain/pages/theme';

describe('colours of readers’ pages', () => {
  it('are ours where none are named', () => {
    expect(readConfig({}).pages).toEqual(OUR_THEME);
    const pages = { light: { accent: '#8a1c3a' } };
    expect(readConfig({ pages }).pages).toEqual({
      ...OUR_THEME,
      light: { ...OUR_THEME.light, accent: '#8a1c3a' },
    });
  });

  it('that nobody could read stop Strapi, each named with its place', () => {
    const pages = { light: { accent: '#f5d90a' }, dark: { ink: 'white' } };
    expect(() => readConfig({ pages })).toThrow(
      [
        'pages.light.accent must be a colour that can be read on paper: a contrast of 4.5 or more, got "#f5d90a"',
        'pages.light.onAccent must be a colour that can be read on accent: a contrast of 4.5 or more, got nothing',
        'pages.dark.ink must be a colour such as \'#3a3ad6\', got "white"',
      ].join('\n'),
    );
  });
});
