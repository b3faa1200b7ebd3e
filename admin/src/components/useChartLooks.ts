import { useTheme } from 'styled-components';

const SMALL = 12;

/** How every chart of ours looks, in either theme. */
export function useChartLooks() {
  const { colors } = useTheme();
  return {
    colors,
    small: SMALL,
    axis: { stroke: colors.neutral500, fontSize: SMALL, tickLine: false },
    grid: { vertical: false, stroke: colors.neutral200 },
    tooltip: {
      isAnimationActive: false,
      contentStyle: {
        ...{ background: colors.neutral0, border: `1px solid ${colors.neutral200}` },
        ...{ color: colors.neutral800, fontSize: SMALL },
      },
    },
  };
}
