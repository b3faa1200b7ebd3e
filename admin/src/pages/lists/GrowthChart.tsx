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
import { useTheme } from 'styled-components';
import type { ListSize } from '../../api/lists';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

const SMALL = 12;

/** Drawn for eyes only: the table below it says the same to everybody. */
export default function GrowthChart({ sizes }: { readonly sizes: readonly ListSize[] }) {
  const say = useSay();
  const { number, dayOnly } = useFormat();
  const { colors } = useTheme();
  const axis = { stroke: colors.neutral500, fontSize: SMALL, tickLine: false };
  return (
    <Box height="16rem" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...sizes]} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke={colors.neutral200} />
          <XAxis {...axis} dataKey="day" tickFormatter={dayOnly} minTickGap={32} />
          <YAxis
            {...axis}
            allowDecimals={false}
            axisLine={false}
            domain={['auto', 'auto']}
            tickFormatter={number}
          />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={(day) => dayOnly(String(day))}
            formatter={(count) => number(Number(count))}
            contentStyle={{
              ...{ background: colors.neutral0, border: `1px solid ${colors.neutral200}` },
              ...{ color: colors.neutral800, fontSize: SMALL },
            }}
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
