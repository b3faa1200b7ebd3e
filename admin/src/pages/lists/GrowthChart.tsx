import { Box } from '@strapi/design-system';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ListSize } from '../../api/lists';
import { useFormat } from '../../components/format';
import { useChartLooks } from '../../components/useChartLooks';
import { useSay } from '../../words';

/** Drawn for eyes only: the table below it says the same to everybody. */
export default function GrowthChart({ sizes }: { readonly sizes: readonly ListSize[] }) {
  const say = useSay();
  const { number, dayOnly } = useFormat();
  const { axis, colors, grid, tooltip } = useChartLooks();
  return (
    <Box height="16rem" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...sizes]} accessibilityLayer={false}>
          <CartesianGrid {...grid} />
          <XAxis {...axis} dataKey="day" tickFormatter={dayOnly} minTickGap={32} />
          <YAxis
            {...axis}
            allowDecimals={false}
            axisLine={false}
            domain={['auto', 'auto']}
            tickFormatter={number}
          />
          <Tooltip
            {...tooltip}
            labelFormatter={(day) => dayOnly(String(day))}
            formatter={(count) => number(Number(count))}
          />
          <Line
            dataKey="readers"
            name={say('menu.subscribers')}
            stroke={colors.primary600}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </Box>
  );
}
