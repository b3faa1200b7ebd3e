import { createGlobalStyle } from 'styled-components';

/**
 * On paper only the page itself, dark on white whatever the theme. Strapi's menus scroll beside the page,
 * so it is taken out of its frame.
 */
export const PrintStyle = createGlobalStyle`
  @media print {
    body * {
      visibility: hidden;
    }
    main,
    main * {
      visibility: visible;
      color: black !important;
      background: white !important;
      box-shadow: none !important;
    }
    main {
      position: absolute;
      inset: 0;
    }
    main button,
    main a {
      display: none !important;
    }
  }
`;
